/** What a failed question means for the part of the sync that asked it. */
import { explain } from '../protocol/request-answer.ts';
import type { StepResult, StopReason } from '../protocol/sync-step.ts';
import type { SyncFailureKind } from './session-tokens.ts';

const STOPS: Readonly<Record<string, string>> = {
  DEVICE_REVOKED:
    'This device is not registered any more. What was entered is safe on it: register it again to send that, ' +
    'or enter it anew on another device.',
  TENANT_SUSPENDED:
    'Your company is suspended. What was entered is safe on this device until that is settled.',
  USER_SUSPENDED:
    'You are suspended. What was entered is safe on this device; somebody else may sign in and sync it.',
  FORBIDDEN:
    'Your role does not allow to sync. What was entered is safe on this device; somebody else may sync it.',
};

/** Another device is known at the server under this one's id. */
const REGISTER_AGAIN: StepResult = {
  kind: 'STOPPED',
  reason: 'REGISTER_AGAIN',
  message:
    'The server does not know this device as the one that it is. What was entered is safe on it: export it, or ask your ' +
    'administrator.',
};

export function stepResultOf(failure: SyncFailureKind): StepResult {
  if (failure.kind === 'NEEDS_SIGN_IN') {
    return { kind: 'STOPPED', reason: 'NEEDS_SIGN_IN', message: 'Sign in again to sync' };
  }
  if (failure.kind === 'REFUSED' && failure.code === 'DEVICE_MISMATCH') return REGISTER_AGAIN;
  if (failure.kind === 'REFUSED' && failure.status === 403) {
    const reason = failure.code in STOPS ? (failure.code as StopReason) : 'FORBIDDEN';
    return { kind: 'STOPPED', reason, message: STOPS[reason] ?? failure.message };
  }
  return {
    kind: 'LATER',
    message: explain(failure),
    retryAfterSeconds: failure.kind === 'REFUSED' ? failure.retryAfterSeconds : null,
    isOffline: failure.kind === 'NO_ANSWER' || failure.kind === 'TIMEOUT',
  };
}
