/** What the office lost with a restore and devices offer, as the API keeps it for a manager (ADR 86). */
import { RECOVERED_ENTITIES, type RecoveredRecord } from '@wellpulse/contracts';
import {
  isLaterState,
  lostRecordKey,
  lostStateKey,
  productionKey,
  readRecovered,
  recordKeyOf,
  takingOver,
  withoutGonePeople,
  type CurrentRecord,
  type KnownOfRecord,
  type Workset,
} from '@wellpulse/domain';
import type { DashboardIntent, DashboardUsers } from './dashboard-users.ts';
import type { ServerParts } from './server-parts.ts';
import type { User } from './sessions.ts';
import type { TenantStore } from './tenant-store.ts';

interface Kept {
  readonly record: RecoveredRecord;
  readonly isDone: boolean;
}

/** What a backup holds of them. */
export type RecoveredState = ReadonlyMap<string, Kept>;

interface RecoveredParts {
  readonly store: TenantStore;
  readonly dashboardUsers: DashboardUsers;
  readonly parts: ServerParts;
}

export class RecoveredRecords {
  readonly #in: RecoveredParts;
  #kept = new Map<string, Kept>();

  constructor(parts: RecoveredParts) {
    this.#in = parts;
  }

  backUp(): RecoveredState {
    return new Map(this.#kept);
  }

  putBack(kept: RecoveredState): void {
    this.#kept = new Map(kept);
  }

  /** Keeps those that this server lost, each state as of its latest moment. Returns how many. */
  offer(offered: readonly RecoveredRecord[]): number {
    const { store, parts } = this.#in;
    const workset = store.begin();
    if (workset.lineage === undefined) return 0;
    let kept = 0;
    for (const record of offered.map(readRecovered)) {
      if (record === null || !parts.isLost(record, this.#knownOf(record, workset))) continue;
      const before = this.#kept.get(parts.lostStateKey(record));
      if (before !== undefined && !isLaterState(record, before.record)) continue;
      this.#kept.set(parts.lostStateKey(record), { record, isDone: false });
      kept += 1;
    }
    return kept;
  }

  /** Whether it was offered, and waits for a manager or is done with. */
  has(offered: RecoveredRecord): boolean {
    const record = readRecovered(offered);
    if (record === null) return false;
    const states = [...this.#kept.values()].map((kept) => kept.record);
    return states.some((kept) => lostStateKey(kept) === lostStateKey(record) && !isLaterState(record, kept));
  }

  /** Whether a later state of the same record was offered, from before the next restore: it holds what this one held. */
  hasLater(offered: RecoveredRecord): boolean {
    const record = readRecovered(offered);
    if (record === null) return false;
    const floors = this.#in.store.log.flatMap(({ event }) =>
      event.eventType === 'LINEAGE_BEGUN' && event.payload.versionFloor > record.version
        ? event.payload.versionFloor
        : [],
    );
    return [...this.#kept.values()].some(
      ({ record: kept }) =>
        lostRecordKey(kept) === lostRecordKey(record) &&
        isLaterState(kept, record) &&
        kept.version < Math.min(...floors),
    );
  }

  /** A manager takes over all that can be, of each record the newest. What the rules refuse stays on the list. */
  takeOver(user: User): void {
    const { store, dashboardUsers, parts } = this.#in;
    const workset = store.begin();
    const all = [...this.#kept.values()];
    const places = all
      .filter(({ isDone, record }) => !isDone && isNewest(record, all))
      .map(({ record }) => record)
      .sort((left, right) => placeOf(left) - placeOf(right));
    for (const record of places) {
      const current = standing(record, workset);
      const isHere = (id: string): boolean => workset.users.get(id)?.deleted === false;
      const anew = takingOver(withoutGonePeople(record, isHere), current);
      // The payload is of the type that is named.
      const intent = { ...anew, baseVersion: current?.version ?? 0 } as DashboardIntent;
      if (anew === null || dashboardUsers.do(user, intent).ok)
        this.#kept.set(parts.lostStateKey(record), { record, isDone: true });
    }
  }

  #knownOf({ entity, id }: RecoveredRecord, workset: Workset): KnownOfRecord {
    const { log } = this.#in.store;
    const reading = workset.production.all().find((row) => row.id === id);
    const key = reading === undefined ? id : productionKey(reading.wellId, reading.productionDate);
    const conflicts = workset.conflicts.all().filter(({ recordId }) => recordId === id);
    const names = [key, ...conflicts.map((conflict) => conflict.id)];
    return {
      isThere: entity !== 'MAINTENANCE' || workset.maintenance.get(id) !== undefined,
      changes: log.flatMap(({ event }) => (names.includes(recordKeyOf(event)) ? event : [])),
    };
  }
}

const isNewest = (record: RecoveredRecord, all: readonly Kept[]): boolean =>
  !all.some(
    (other) => lostRecordKey(other.record) === lostRecordKey(record) && isLaterState(other.record, record),
  );

const placeOf = ({ entity }: RecoveredRecord): number => RECOVERED_ENTITIES.indexOf(entity);

/** What stands in the place of a record: a reading that was made again has another id. */
export function standing(
  { entity, id, data }: RecoveredRecord,
  { wells, equipment, maintenance, production }: Workset,
): CurrentRecord | undefined {
  switch (entity) {
    case 'WELL':
      return spread(wells.get(id));
    case 'EQUIPMENT':
      return spread(equipment.get(id));
    case 'MAINTENANCE':
      return spread(maintenance.get(id));
    case 'PRODUCTION':
      return spread(production.get(productionKey(String(data['wellId']), String(data['productionDate']))));
  }
}

const spread = (
  row: { readonly version: number; readonly deleted?: boolean } | undefined,
): CurrentRecord | undefined => (row === undefined ? undefined : { deleted: false, ...row });
