/** Closes the conflicts of which a side was taken back: nobody can settle or undo them any more. */
import type { ConflictRecord, ConflictSide } from '@wellpulse/contracts';
import type { RecordWrite } from './field-history.ts';
import type { DomainEvent } from '../state/event.ts';
import type { Workset } from '../state/workset.ts';

/** Returns those that were open and whose standing side is gone: what waited in them can be applied now. */
export function withdrawConflicts(
  workset: Workset,
  event: DomainEvent,
  recordId: string,
  own: readonly RecordWrite[],
): ConflictRecord[] {
  const takenIds = new Set(own.map(({ eventId }) => eventId));
  const isIncomingTaken = ({ eventId }: ConflictRecord): boolean => takenIds.has(eventId);
  const isCurrentTaken = ({ existing }: ConflictRecord): boolean =>
    own.some((write) => isSide(write, existing));
  const withdrawn = workset.conflicts
    .all()
    .filter((conflict) => conflict.recordId === recordId && isUnsettled(conflict))
    .filter((conflict) => isIncomingTaken(conflict) || isCurrentTaken(conflict))
    .sort(byAge);
  for (const conflict of withdrawn) {
    workset.conflicts.put(conflict.id, {
      ...conflict,
      status: 'WITHDRAWN',
      resolvedBy: event.userId,
      resolvedAt: event.receivedAt,
      updatedAt: event.receivedAt,
      version: workset.nextVersion(conflict.version),
    });
  }
  return withdrawn.filter((conflict) => conflict.status === 'OPEN' && !isIncomingTaken(conflict));
}

const isUnsettled = ({ status }: ConflictRecord): boolean => status === 'OPEN' || status === 'SETTLED';

const isSide = (write: RecordWrite, side: ConflictSide): boolean =>
  write.userId === side.userId && write.deviceId === side.deviceId && write.occurredAt === side.occurredAt;

/** In one order, wherever they were loaded from. */
const byAge = (left: ConflictRecord, right: ConflictRecord): number =>
  left.createdAt.localeCompare(right.createdAt) || left.id.localeCompare(right.id);
