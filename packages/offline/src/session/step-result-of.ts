/** What a failed question means for the part of the sync that asked it. */
import { STOP_REASONS, type StopReason } from '@wellpulse/domain';
import { troubleOfFailure } from '../protocol/request-answer.ts';
import type { StepResult } from '../protocol/sync-step.ts';
import type { SyncFailureKind } from './session-tokens.ts';

const stopped = (reason: StopReason): StepResult => ({ kind: 'STOPPED', reason });

export function stepResultOf(failure: SyncFailureKind): StepResult {
  if (failure.kind === 'NEEDS_SIGN_IN') return stopped('NEEDS_SIGN_IN');
  // Another device is known at the server under this one's id.
  if (failure.kind === 'REFUSED' && failure.code === 'DEVICE_MISMATCH') return stopped('REGISTER_AGAIN');
  if (failure.kind === 'REFUSED' && failure.status === 403) {
    return stopped(STOP_REASONS.find((reason) => reason === failure.code) ?? 'FORBIDDEN');
  }
  return {
    kind: 'LATER',
    trouble: troubleOfFailure(failure),
    retryAfterSeconds: failure.kind === 'REFUSED' ? failure.retryAfterSeconds : null,
    isOffline: failure.kind === 'NO_ANSWER' || failure.kind === 'TIMEOUT',
  };
}
