/** Events of newer apps, which may lack what every event of today has: they are carried as they were signed, and shown as far as known. */
import type { DeviceEvent, SignedEvent } from '@wellpulse/contracts';

const NO_TIME = '1970-01-01T00:00:00.000Z';

/**
 * An event as lists and rules read it; the event itself if it has all that they need. What it lacks is empty: what is sent on must be
 * the event that was signed.
 *
 * @example
 * const { eventType, payload } = shownEvent(signed);
 */
export function shownEvent(event: SignedEvent): DeviceEvent {
  const { eventType, aggregateId, baseVersion, timestamp, payload } = event;
  return {
    ...event,
    eventType: textOr(eventType, ''),
    aggregateId: textOr(aggregateId, event.id),
    baseVersion: versionOf(baseVersion),
    timestamp: textOr(timestamp, NO_TIME),
    payload: isObject(payload) ? payload : {},
  };
}

const textOr = (value: unknown, other: string): string => (typeof value === 'string' ? value : other);

const versionOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
