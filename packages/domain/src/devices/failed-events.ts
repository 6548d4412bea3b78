/** Refused events of a device that a person should still look at. */
import { FAILED_EVENT_DAYS } from '@wellpulse/contracts';
import { DAY_MS } from '../calendar.ts';

/** What the server knows of an event that a device sent. */
export interface SettledDeviceEvent {
  readonly isRefused: boolean;
  /** Instant in UTC. */
  readonly receivedAt: string;
  /** Whether it waited for a person, and that person entered it or left it out. */
  readonly isDone: boolean;
}

/**
 * The instant after which a refused event must have arrived to count, in UTC.
 *
 * @example
 * failedAfter('2025-10-31T12:00:00.000Z'); // '2025-10-01T12:00:00.000Z'
 */
export const failedAfter = (now: string): string =>
  new Date(Date.parse(now) - FAILED_EVENT_DAYS * DAY_MS).toISOString();

/**
 * Whether an event counts among a device's `failedEvents`: refused within the last `FAILED_EVENT_DAYS` days, and nobody has done anything about
 * it.
 *
 * @example
 * const failedEvents = events.filter((event) => isFailedEvent(event, now)).length;
 */
export const isFailedEvent = ({ isRefused, receivedAt, isDone }: SettledDeviceEvent, now: string): boolean =>
  isRefused && !isDone && Date.parse(receivedAt) > Date.parse(failedAfter(now));
