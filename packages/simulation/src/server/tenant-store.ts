/** The server's database: rows, log and feed of one tenant. What a transaction commits is there, whole. */
import type { SyncedEntity } from '@wellpulse/contracts';
import {
  alertKey,
  deletionMoment,
  FEED_FACTS,
  isMarkHeld,
  isPhotoOfMaintenance,
  isPhotoOfReading,
  loggedBefore,
  newestMaintenance,
  ownerOf,
  photoKey,
  productionKey,
  ROLE_CHANGES,
  rolePeriodsOf,
  SETTINGS_KEY,
  timesAfter,
  Workset,
  type Actor,
  type ArrivalTimes,
  type DomainEvent,
  type FeedFacts,
  type FeedRecord,
  type LoggedTimes,
  type RecordState,
  type RolePeriod,
  type RoleChange,
  type TrackedRows,
  type UserRow,
} from '@wellpulse/domain';
import { createHash } from 'node:crypto';

export interface LogEntry {
  readonly sequence: number;
  readonly event: DomainEvent;
  readonly actor: Actor;
  /** The log's own time, which only rises. */
  readonly loggedAt: string;
}

/** What is to be put behind the log. */
export type Accepted = Pick<LogEntry, 'event' | 'actor'>;

/** A record that devices mirror, as it is now, at the place of its last change. */
export type StoredRecord = FeedRecord & RecordState;

/** Where in the feed a transaction's changes stand, whose last number in the log is `sequence`. */
export type PlaceInFeed = (sequence: number) => number;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const ROLE_CHANGE_TYPES: readonly string[] = ROLE_CHANGES;
const isRoleChange = (event: DomainEvent): event is DomainEvent & RoleChange =>
  ROLE_CHANGE_TYPES.includes(event.eventType);

/** What a backup of the database holds. */
export interface StoredState {
  readonly committed: Workset;
  readonly log: readonly LogEntry[];
  readonly hashes: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

export class TenantStore {
  #committed = new Workset();
  readonly log: LogEntry[] = [];
  /** Of each row of the log with those before it. */
  #hashes: string[] = [];
  #places = new Map<string, number>();

  /** All rows, to be changed and committed, or dropped. */
  begin(): Workset {
    return copyOf(this.#committed);
  }

  /** The times of its newest row. */
  get head(): LoggedTimes {
    const newest = this.log.at(-1);
    return { loggedAt: newest?.loggedAt ?? null, setRightAt: newest?.event.setRightAt ?? null };
  }

  commit(workset: Workset, accepted: readonly Accepted[], placeOf: PlaceInFeed): void {
    for (const entry of accepted) {
      const { loggedAt } = timesAfter(this.head, entry.event.receivedAt);
      this.log.push({ ...entry, loggedAt, sequence: this.log.length + 1 });
      this.#hashes.push(sha256(`${this.#hashes.at(-1) ?? ''}${entry.event.id}`));
    }
    const place = placeOf(this.log.length);
    for (const { entity, id } of feedOf(workset, 'changed')) this.#places.set(`${entity}|${id}`, place);
    for (const name of entriesWithChangedPhotos(workset)) this.#places.set(name, place);
    this.#committed = copyOf(workset);
  }

  /** A committed workset is replaced and never changed, so no copy of it is needed. */
  backUp(): StoredState {
    return {
      committed: this.#committed,
      log: [...this.log],
      hashes: [...this.#hashes],
      places: new Map(this.#places),
    };
  }

  putBack({ committed, log, hashes, places }: StoredState): void {
    this.#committed = committed;
    this.log.splice(0, this.log.length, ...log);
    this.#hashes = [...hashes];
    this.#places = new Map(places);
  }

  /** What a person could do, and from when on. */
  rolePeriodsOf(userId: string, times: ArrivalTimes): RolePeriod[] {
    return rolePeriodsOf(
      this.log.flatMap(({ event, sequence }) => {
        if (event.aggregateId !== userId || !isRoleChange(event)) return [];
        const row = { receivedAt: event.receivedAt, setRightBy: this.#setRightBy(sequence) };
        return [{ ...event, receivedAt: loggedBefore(row, times) }];
      }),
    );
  }

  /** The first right time that a row after this one bears, where the server's clock had been ahead. */
  #setRightBy(sequence: number): string | null {
    const times = this.log
      .slice(sequence)
      .flatMap(({ event }) => (event.setRightAt === null ? [] : [event.receivedAt]));
    return times.sort()[0] ?? null;
  }

  user(userId: string): UserRow | undefined {
    return this.#committed.users.get(userId);
  }

  /** Number and hash of the newest row of the log, as devices keep them. */
  mark(): string {
    return `${this.log.length}.${this.#hashes.at(-1) ?? '0'.repeat(64)}`;
  }

  /** Whether the log holds the row that a mark names. */
  holds(mark: string): boolean {
    const [number, hash = ''] = mark.split('.');
    return isMarkHeld({ sequence: Number(number), hash }, this.#hashes[Number(number) - 1]);
  }

  /** Every record as a device's readers are given it; `deviceId` is null for readers without one. */
  feed(deviceId: string | null): StoredRecord[] {
    const sent = new Map<string, LogEntry>();
    for (const entry of this.log) {
      if (deviceId !== null && entry.event.deviceId === deviceId) sent.set(readingOf(entry.event), entry);
    }
    return feedOf(this.#committed, 'all').map(({ reading, ...record }) => ({
      ...record,
      sequence: this.#places.get(`${record.entity}|${record.id}`) ?? 0,
      sentAt: sent.get(reading)?.sequence ?? 0,
      sentOn: sent.get(reading)?.event.receivedAt.slice(0, 10) ?? '',
    }));
  }
}

/** The reading that an event is about, as `productionKey` names it; empty for any other event. */
const readingOf = ({ aggregateId, payload }: DomainEvent): string =>
  'productionDate' in payload ? productionKey(aggregateId, payload.productionDate) : '';

/** The same rows in a workset of their own; rows are never changed, only replaced. */
function copyOf(workset: Workset): Workset {
  const copy = new Workset();
  const fill = <Row>(from: TrackedRows<Row>, to: TrackedRows<Row>, keyOf: (row: Row) => string): void => {
    for (const row of from.all()) to.load(keyOf(row), row);
  };
  const id = (row: { readonly id: string }): string => row.id;
  fill(workset.settings, copy.settings, () => SETTINGS_KEY);
  fill(workset.lineages, copy.lineages, (row) => String(row.id));
  fill(workset.users, copy.users, id);
  fill(workset.devices, copy.devices, id);
  fill(workset.wells, copy.wells, id);
  fill(workset.production, copy.production, (row) => productionKey(row.wellId, row.productionDate));
  fill(workset.alerts, copy.alerts, (row) => alertKey(row.wellId, row.productionDate, row.product));
  fill(workset.equipment, copy.equipment, id);
  fill(workset.maintenance, copy.maintenance, id);
  fill(workset.photos, copy.photos, (row) => photoKey(ownerOf(row), row.sha256));
  fill(workset.conflicts, copy.conflicts, id);
  fill(workset.histories, copy.histories, (row) => row.recordId);
  return copy;
}

/** Every row, by table, as text: two worksets hold the same if these are equal. */
export function tablesOf(workset: Workset): Readonly<Record<string, readonly string[]>> {
  const rows = (table: TrackedRows<unknown>): string[] =>
    table
      .all()
      .map((row) => JSON.stringify(row))
      .sort();
  const { settings, lineages, users, devices, wells, production, alerts } = workset;
  const { equipment, maintenance, photos, conflicts, histories } = workset;
  const tables = {
    settings,
    lineages,
    users,
    devices,
    wells,
    production,
    alerts,
    equipment,
    maintenance,
    photos,
  };
  return Object.fromEntries(
    Object.entries({ ...tables, conflicts, histories }).map(([name, table]) => [
      name,
      rows(table as TrackedRows<unknown>),
    ]),
  );
}

/** The entries that tell devices the states of photos which this workset changed. */
function entriesWithChangedPhotos({ photos, maintenance, production }: Workset): string[] {
  const changed = photos.changed();
  const logs = maintenance.all().filter((row) => changed.some((photo) => isPhotoOfMaintenance(row, photo)));
  const readings = production.all().filter((row) => changed.some((photo) => isPhotoOfReading(row, photo)));
  return [...logs.map(({ id }) => `MAINTENANCE|${id}`), ...readings.map(({ id }) => `PRODUCTION|${id}`)];
}

interface Fed extends Omit<StoredRecord, 'sequence' | 'sentAt' | 'sentOn'> {
  /** Of a reading, its key. */
  readonly reading: string;
}

interface FedRow {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly deleted?: boolean;
  readonly deletedAt?: string;
}

function feedOf(workset: Workset, which: 'all' | 'changed'): Fed[] {
  const around = {
    wellOfItem: (id: string): string => workset.equipment.get(id)?.wellId ?? '',
    newest: newestMaintenance(workset.maintenance.all()),
  };
  const record = (entity: SyncedEntity, row: FedRow, facts: FeedFacts, reading = 'none'): Fed => {
    const { deleted = false, deletedAt: _, ...data } = row;
    const moment = deletionMoment({ ...row, deleted });
    return { entity, id: row.id, version: row.version, deleted, deletedAt: moment, ...facts, reading, data };
  };
  const { WELL, PRODUCTION, EQUIPMENT, MAINTENANCE, CONFLICT, ALERT } = FEED_FACTS;
  return [
    ...workset.wells[which]().map((row) => record('WELL', row, WELL(row, around))),
    ...workset.production[which]().map((row) =>
      record('PRODUCTION', row, PRODUCTION(row, around), productionKey(row.wellId, row.productionDate)),
    ),
    ...workset.equipment[which]().map((row) => record('EQUIPMENT', row, EQUIPMENT(row, around))),
    ...workset.maintenance[which]().map((row) => record('MAINTENANCE', row, MAINTENANCE(row, around))),
    ...workset.conflicts[which]().map((row) => record('CONFLICT', row, CONFLICT(row, around))),
    ...workset.alerts[which]().map((row) => record('ALERT', row, ALERT(row, around))),
  ];
}
