/** Whether a batch is judged at all, before any of its events. A batch travels under a key of its own; the same key again is the same batch again. */
import type { SyncAnswer } from '@wellpulse/contracts';

/** The answer that the same batch was given before. */
export interface AnsweredBefore {
  /** The same text for the same body. */
  readonly bodyHash: string;
  readonly answer: SyncAnswer;
}

export interface ArrivingBatch {
  /** The device that the batch names; null for none. */
  readonly deviceId: string | null;
  /** The device that the session is bound to; null for none, such as the dashboard's. */
  readonly sessionDeviceId: string | null;
  readonly isRevoked: boolean;
  readonly bodyHash: string;
  /** What was answered under the batch's key to this user. */
  readonly before: AnsweredBefore | undefined;
}

export type BatchRefusal = 'DEVICE_MISMATCH' | 'DEVICE_REVOKED' | 'IDEMPOTENCY_KEY_REUSED';

/**
 * A refusal of the whole batch, or the answer that it was given before; null if its events have to be judged.
 *
 * @example
 * const answer = refuseOrRepeatBatch(batch);
 * if (answer !== null) return answer;
 */
export function refuseOrRepeatBatch({
  deviceId,
  sessionDeviceId,
  isRevoked,
  bodyHash,
  before,
}: ArrivingBatch): BatchRefusal | SyncAnswer | null {
  if (deviceId !== sessionDeviceId) return 'DEVICE_MISMATCH';
  if (isRevoked) return 'DEVICE_REVOKED';
  if (before === undefined) return null;
  return before.bodyHash === bodyHash ? before.answer : 'IDEMPOTENCY_KEY_REUSED';
}
