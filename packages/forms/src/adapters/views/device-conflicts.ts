/** Conflicts of a device, as the person at it may settle them: without a network, in its own log. */
import { EVENTS, mayAccess, type ConflictResolve, type KeptConflict } from '@wellpulse/contracts';
import {
  isDeletion,
  isUndoable,
  sameValue,
  undoneValues,
  type ShownConflict,
  type Trouble,
} from '@wellpulse/domain';
import type { DeviceEntry, OfflineClient, Person } from '@wellpulse/offline';
import type { ConflictStore } from '../../conflicts/conflict-choice.ts';
import { readingAgain } from './device-readings.ts';

/** A conflict, and what the person at the device may do with it. */
export interface ConflictLine {
  readonly conflict: ShownConflict;
  /** The rules settled it since the person looked. */
  readonly isNew: boolean;
  /** Whether the person may choose: a manager, and who made one of the two sides. */
  readonly mayChoose: boolean;
  /** Whether what gave way by the rules can be restored from here, as a new change. */
  readonly mayUndo: boolean;
}

const PAGE = 20;
/** So many are looked at for one page, where most are of the other kind. */
const MOST_LOOKED_AT = 1000;
const NOT_FOUND: Trouble = { code: 'CONFLICT_NOT_FOUND', detail: null };

type Client = Pick<OfflineClient, 'drafts' | 'record' | 'records' | 'sessions'>;

/**
 * Conflicts of a device. What is chosen or undone answers null, or why it was refused.
 *
 * @example
 * const conflicts = deviceConflicts(client, () => new Date());
 * const { items } = await conflicts.page({ isOpen: true, after: null });
 */
export function deviceConflicts(client: Client, now: () => Date) {
  /** When the person last looked at what the rules had settled; it is kept where drafts are. */
  const lookedKey = ({ id }: Person): string => `looked-at-conflicts.${id}`;
  const lookedAt = async (person: Person): Promise<string> => {
    const kept = (await client.drafts.all()).get(lookedKey(person));
    return typeof kept === 'string' ? kept : '';
  };
  const record = async (entry: DeviceEntry): Promise<Trouble | null> => {
    const recorded = await client.record(entry);
    return recorded.ok ? null : { code: recorded.code, detail: null };
  };
  return {
    /** Open ones, or all others, newest first. A page may be short although more follows. */
    page: async ({ isOpen, after }: { readonly isOpen: boolean; readonly after: string | null }) => {
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
    /** How many the rules settled since the person looked. */
    news: async (): Promise<number> => {
      const person = await client.sessions.current();
      if (person === undefined) return 0;
      const looked = await lookedAt(person);
      const { items } = await client.records.conflicts().page({ limit: 100 });
      return items.filter((kept) => isNews(kept, looked)).length;
    },
    /** The person has looked at what the rules settled. */
    looked: async (): Promise<void> => {
      const person = await client.sessions.current();
      if (person !== undefined) await client.drafts.save(lookedKey(person), now().toISOString());
    },
    resolve: (conflictId: string, decision: ConflictResolve): Promise<Trouble | null> =>
      record({
        eventType: 'CONFLICT_RESOLVED',
        aggregateId: conflictId,
        payload: EVENTS.CONFLICT_RESOLVED.payload.parse(decision),
      }),
    undo: async (conflictId: string): Promise<Trouble | null> => {
      const kept = await client.records.conflict(conflictId);
      const person = await client.sessions.current();
      if (kept === undefined || person === undefined) return NOT_FOUND;
      const shown = await client.records.shownConflict(kept);
      return mayUndo(shown, person) ? record(restoring(kept)) : NOT_FOUND;
    },
  };
}

/** Thrown where a device may not do with a conflict what was asked; `formatTrouble` of the words says why. */
export class DeedRefused extends Error {
  override readonly name = 'DeedRefused';
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.code);
    this.trouble = trouble;
  }
}

/**
 * The store of `ConflictChoice` over the conflicts of a device. What was chosen goes to the office as an entry of its own: only the dashboard
 * opens it again.
 *
 * @example
 * const choice = new ConflictChoice(deviceConflictStore(conflicts), tell);
 */
export function deviceConflictStore({
  resolve,
  undo,
}: Pick<ReturnType<typeof deviceConflicts>, 'resolve' | 'undo'>): ConflictStore {
  const done = async (deed: Promise<Trouble | null>): Promise<void> => {
    const trouble = await deed;
    if (trouble !== null) throw new DeedRefused(trouble);
  };
  return {
    resolve: (conflictId, decision) => done(resolve(conflictId, decision)),
    undo: (conflictId) => done(undo(conflictId)),
    reopen: () => Promise.reject(new DeedRefused(NOT_FOUND)),
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
const undoingDeletion = (
  { wellId, outcome, existingData }: KeptConflict,
  productionDate: string,
): DeviceEntry =>
  outcome === 'OVERWRITE'
    ? {
        eventType: 'PRODUCTION_CREATED',
        aggregateId: wellId,
        payload: readingAgain(productionDate, existingData),
      }
    : { eventType: 'PRODUCTION_DELETED', aggregateId: wellId, payload: { productionDate } };
