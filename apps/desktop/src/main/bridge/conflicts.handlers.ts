import { EVENTS, mayAccess, PRODUCTION_VALUE_NAMES, type KeptConflict } from '@wellpulse/contracts';
import { isDeletion, isUndoable, sameValue, undoneValues, type ShownConflict } from '@wellpulse/domain';
import type { DeviceEntry, Person } from '@wellpulse/offline';
import type { ConflictLine } from '../../shared/bridge/conflicts.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

type Names =
  | 'conflicts.list'
  | 'conflicts.news'
  | 'conflicts.looked'
  | 'conflicts.resolve'
  | 'conflicts.undo';

const PAGE = 20;
/** So many are looked at for one page, where most are of the other kind. */
const MOST_LOOKED_AT = 1000;
const NOT_FOUND = { refused: { code: 'CONFLICT_NOT_FOUND', detail: null } };

/** Conflicts of this device, as the person at it may settle them. */
export function conflictHandlers({ client, now }: Pick<Laptop, 'client' | 'now'>): Handlers<Names> {
  /** When the person last looked at what the rules had settled; it is kept where drafts are. */
  const lookedKey = ({ id }: Person): string => `looked-at-conflicts.${id}`;
  const lookedAt = async (person: Person): Promise<string> => {
    const kept = (await client.drafts.all()).get(lookedKey(person));
    return typeof kept === 'string' ? kept : '';
  };
  const record = async (entry: DeviceEntry) => {
    const recorded = await client.record(entry);
    return { refused: recorded.ok ? null : { code: recorded.code, detail: null } };
  };
  return {
    'conflicts.list': async ({ isOpen, after }) => {
      const person = await client.sessions.current();
      const looked = person === undefined ? '' : await lookedAt(person);
      const items: ConflictLine[] = [];
      let next = after;
      let count = 0;
      do {
        const page = await client.records.conflicts().page({ after: next, limit: PAGE });
        for (const { isPending: _, ...kept } of page.items) {
          if (person === undefined || (kept.status === 'OPEN') !== isOpen) continue;
          const conflict = await client.records.shownConflict(kept);
          items.push({
            conflict,
            isNew: isNews(kept, looked),
            mayChoose: mayChoose(kept, person),
            mayUndo: mayUndo(conflict, person),
          });
        }
        next = page.next;
        count += PAGE;
      } while (next !== null && items.length < PAGE && count < MOST_LOOKED_AT);
      return { items, next };
    },
    'conflicts.news': async () => {
      const person = await client.sessions.current();
      if (person === undefined) return 0;
      const looked = await lookedAt(person);
      const { items } = await client.records.conflicts().page({ limit: 100 });
      return items.filter((kept) => isNews(kept, looked)).length;
    },
    'conflicts.looked': async () => {
      const person = await client.sessions.current();
      if (person !== undefined) await client.drafts.save(lookedKey(person), now().toISOString());
      return null;
    },
    'conflicts.resolve': ({ conflictId, decision }) =>
      record({
        eventType: 'CONFLICT_RESOLVED',
        aggregateId: conflictId,
        payload: EVENTS.CONFLICT_RESOLVED.payload.parse(decision),
      }),
    'conflicts.undo': async ({ conflictId }) => {
      const kept = await client.records.conflict(conflictId);
      const person = await client.sessions.current();
      if (kept === undefined || person === undefined) return NOT_FOUND;
      const shown = await client.records.shownConflict(kept);
      return mayUndo(shown, person) ? record(restoring(kept)) : NOT_FOUND;
    },
  };
}

/** Who came off badly is told of it too, so everybody is. */
const isNews = ({ status, outcome, updatedAt }: KeptConflict, looked: string): boolean =>
  status === 'SETTLED' && outcome !== 'MERGE' && updatedAt > looked;

const mayChoose = ({ status, existing, incoming }: KeptConflict, { id, role }: Person): boolean =>
  status === 'OPEN' &&
  mayAccess(role, 'ENTER') &&
  (mayAccess(role, 'MANAGE') || id === existing.userId || id === incoming.userId);

/** The dashboard undoes a conflict itself; a device enters anew what gave way. An item that was deleted comes back on the dashboard alone. */
function mayUndo(conflict: ShownConflict, { role }: Person): boolean {
  const isThere = conflict.current !== null;
  if (!mayAccess(role, 'ENTER') || !isUndoable(conflict, isThere)) return false;
  if (isDeletion(conflict)) {
    const bringsBack = conflict.outcome === 'OVERWRITE';
    return conflict.productionDate !== null && (bringsBack ? !isThere : mayAccess(role, 'MANAGE'));
  }
  return Object.entries(undoneValues(conflict)).some(
    ([field, value]) => !sameValue(conflict.current?.[field] ?? null, value),
  );
}

function restoring(conflict: KeptConflict): DeviceEntry {
  const { wellId, recordId, productionDate } = conflict;
  if (productionDate === null) {
    const payload = EVENTS.EQUIPMENT_UPDATED.payload.parse(undoneValues(conflict));
    return { eventType: 'EQUIPMENT_UPDATED', aggregateId: recordId, payload };
  }
  if (isDeletion(conflict)) return undoingDeletion(conflict, productionDate);
  const values = { productionDate, ...undoneValues(conflict), confirmed: true };
  return {
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: wellId,
    payload: EVENTS.PRODUCTION_UPDATED.payload.parse(values),
  };
}

/** A deletion that won is answered by the reading that it took away, one that gave way by the deletion. */
function undoingDeletion(
  { wellId, outcome, existingData }: KeptConflict,
  productionDate: string,
): DeviceEntry {
  if (outcome !== 'OVERWRITE') {
    return { eventType: 'PRODUCTION_DELETED', aggregateId: wellId, payload: { productionDate } };
  }
  const read = PRODUCTION_VALUE_NAMES.map((field) => [field, existingData[field] ?? null] as const);
  const values = Object.fromEntries(read.filter(([, value]) => value !== null));
  return {
    eventType: 'PRODUCTION_CREATED',
    aggregateId: wellId,
    payload: EVENTS.PRODUCTION_CREATED.payload.parse({ productionDate, ...values, confirmed: true }),
  };
}
