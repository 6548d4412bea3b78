/** Which entries wait because of another one: those that follow it on its record, and no others. */
import { recordKeyOf } from '@wellpulse/domain';

interface OnRecord {
  readonly eventType: string;
  readonly aggregateId: string;
  readonly payload: unknown;
  readonly deviceId: string;
  readonly deviceSequence: number;
}

/**
 * Whether `event` follows `other` on its record. Only then its device sends it no earlier. A well has a record for each day.
 *
 * @example
 * const waits = pending.some((other) => isBehind(event, other));
 */
export const isBehind = (event: OnRecord, other: OnRecord): boolean =>
  other.deviceId === event.deviceId &&
  other.deviceSequence < event.deviceSequence &&
  recordKeyOf(other) === recordKeyOf(event);
