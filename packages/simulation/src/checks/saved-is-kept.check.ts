/**
 * What the server said it took is in its log, as the device saved it; the log gives the tables (`checkReplay`). Judged by what
 * people were told is saved, not by the server's rows.
 */
import type { Workset } from '@wellpulse/domain';
import { isDeepStrictEqual } from 'node:util';
import { short } from '../chance/trace.ts';
import type { Saved } from '../world/ledger.ts';
import type { Check } from './check.ts';

export const checkSavedIsKept: Check = ({ server, ledger }) => {
  const logged = new Map(server.store.log.map(({ event }) => [event.id, event]));
  const final = server.store.begin();
  const reopened = new Set(
    server.store.log
      .filter(({ event }) => event.eventType === 'CONFLICT_REOPENED')
      .map(({ event }) => event.aggregateId),
  );
  return ledger.saved.flatMap(({ event }) => {
    const result = server.batches.kept.get(event.id)?.outcome.result;
    if (result !== 'SYNCED' && result !== 'CONFLICT') return [];
    const name = `${event.eventType} ${short(event.id)}`;
    const entry = logged.get(event.id);
    if (entry === undefined) {
      return mayChangeNothing(final, reopened, event)
        ? []
        : [`${name} counts as ${result}, and is not in the log`];
    }
    const isSame =
      entry.eventType === event.eventType &&
      entry.aggregateId === event.aggregateId &&
      entry.userId === event.userId &&
      isDeepStrictEqual(entry.payload, event.payload);
    return isSame ? [] : [`${name} is another in the log than was saved`];
  });
};

/** What was deleted already, or settled already, leaves nothing to be written; a reading may be unknown or somebody else's by now. */
function mayChangeNothing(
  { equipment, conflicts }: Workset,
  reopened: ReadonlySet<string>,
  { eventType, aggregateId }: Saved['event'],
): boolean {
  switch (eventType) {
    case 'PRODUCTION_DELETED':
      return true;
    case 'EQUIPMENT_DELETED':
      return equipment.get(aggregateId)?.deleted === true;
    case 'CONFLICT_RESOLVED':
      // It was closed when the choice came, if somebody has opened it again since.
      return conflicts.get(aggregateId)?.status !== 'OPEN' || reopened.has(aggregateId);
    default:
      return false;
  }
}
