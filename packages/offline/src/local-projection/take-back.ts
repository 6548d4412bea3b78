/** The own entries that are left: a deletion among them may take some back, and others may have entered the same day. */
import type { DomainEvent, ProductionRow } from '@wellpulse/domain';

/**
 * The events to be put on top of the server's row. A deletion that did not know the row takes back only what its device had entered
 * before: what others entered stays on the screen, as it will at the server.
 */
export function withoutTakenBack(
  server: ProductionRow | undefined,
  events: readonly DomainEvent[],
): readonly DomainEvent[] {
  if (server === undefined || server.deleted) return events;
  let left: readonly DomainEvent[] = [];
  for (const event of events) {
    const isOfDevice = ({ deviceId }: DomainEvent): boolean => deviceId === event.deviceId;
    const takesBack =
      event.eventType === 'PRODUCTION_DELETED' &&
      isUnseen(server, event) &&
      left.filter(isOfDevice).every(({ userId }) => userId === event.userId);
    left = takesBack ? left.filter((other) => !isOfDevice(other)) : [...left, event];
  }
  return left;
}

/** Whether the row holds what others wrote, and its version is later than the one that the event knew. */
const isUnseen = (server: ProductionRow, { baseVersion, userId }: DomainEvent): boolean =>
  server.version > (baseVersion ?? 0) && (server.createdBy !== userId || server.updatedBy !== userId);
