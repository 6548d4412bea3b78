/** The server's database: rows, log and feed of one tenant. What a transaction commits is there, whole. */
import type { SyncedEntity } from '@wellpulse/contracts';
import {
  alertKey,
  comparePositions,
  photoKey,
  productionKey,
  SETTINGS_KEY,
  rolePeriodsOf,
  Workset,
  type Actor,
  type DomainEvent,
  type FeedRecord,
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
}

/** A record that devices mirror, as it is now, at the place of its last change. */
export type StoredRecord = FeedRecord & RecordState;

/** Where in the feed a transaction's changes stand, whose last number in the log is `sequence`. */
export type PlaceInFeed = (sequence: number) => number;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const ROLE_CHANGES = new Set(['USER_CREATED', 'USER_UPDATED', 'USER_DELETED']);

export class TenantStore {
  #committed = new Workset();
  readonly log: LogEntry[] = [];
  /** Of each row of the log with those before it. */
  readonly #hashes: string[] = [];
  readonly #places = new Map<string, number>();
  /** By item. */
  readonly #leftWellIds = new Map<string, readonly string[]>();

  /** All rows, to be changed and committed, or dropped. */
  begin(): Workset {
    return copyOf(this.#committed);
  }

  commit(workset: Workset, accepted: readonly Omit<LogEntry, 'sequence'>[], placeOf: PlaceInFeed): void {
    for (const entry of accepted) {
      this.log.push({ ...entry, sequence: this.log.length + 1 });
      this.#hashes.push(sha256(`${this.#hashes.at(-1) ?? ''}${entry.event.id}`));
    }
    const place = placeOf(this.log.length);
    for (const { entity, id } of feedOf(workset, 'changed')) this.#places.set(`${entity}|${id}`, place);
    this.#recordMoves(workset, place);
    this.#committed = copyOf(workset);
  }

  /** What a person could do, and from when on. */
  rolePeriodsOf(userId: string): RolePeriod[] {
    return rolePeriodsOf(
      this.log.flatMap(({ event }) =>
        event.aggregateId === userId && ROLE_CHANGES.has(event.eventType) ? [event as RoleChange] : [],
      ),
    );
  }

  user(userId: string): UserRow | undefined {
    return this.#committed.users.get(userId);
  }

  /** An item that leaves a well is remembered with it, and its log entries go along. */
  #recordMoves(workset: Workset, place: number): void {
    for (const { id, wellId } of workset.equipment.changed()) {
      const before = this.#committed.equipment.get(id);
      if (before === undefined || before.wellId === wellId) continue;
      this.#leftWellIds.set(id, [...(this.#leftWellIds.get(id) ?? []), before.wellId]);
      const entries = workset.maintenance.all().filter(({ equipmentId }) => equipmentId === id);
      for (const entry of entries) this.#places.set(`MAINTENANCE|${entry.id}`, place);
    }
  }

  /** Number and hash of the newest row of the log, as devices keep them. */
  mark(): string {
    return `${this.log.length}.${this.#hashes.at(-1) ?? '0'.repeat(64)}`;
  }

  /** Whether the log holds the row that a mark names. */
  holds(mark: string): boolean {
    const [number, hash] = mark.split('.');
    return number === '0' || this.#hashes[Number(number) - 1] === hash;
  }

  /** In the order in which readers are given them. */
  feed(): StoredRecord[] {
    return feedOf(this.#committed, 'all')
      .map(({ itemId, ...record }) => ({
        ...record,
        sequence: this.#places.get(`${record.entity}|${record.id}`) ?? 0,
        leftWellIds: this.#leftWellIds.get(itemId) ?? [],
      }))
      .sort(comparePositions);
  }
}

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
  fill(workset.photos, copy.photos, (row) => photoKey(row.equipmentId, row.sha256));
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

interface Fed extends Omit<StoredRecord, 'sequence' | 'leftWellIds'> {
  /** The item that it is, or belongs to; else empty. */
  readonly itemId: string;
}

function feedOf(workset: Workset, which: 'all' | 'changed'): Fed[] {
  const record = (
    entity: SyncedEntity,
    row: { readonly id: string; readonly version: number; readonly deleted?: boolean },
    wellId: string,
    itemId = '',
  ): Fed => {
    const { deleted = false, ...data } = row;
    return { entity, id: row.id, version: row.version, deleted, wellId, itemId, data };
  };
  const wellOfItem = (id: string): string => workset.equipment.get(id)?.wellId ?? '';
  return [
    ...workset.wells[which]().map((row) => record('WELL', row, row.id)),
    ...workset.production[which]().map((row) => record('PRODUCTION', row, row.wellId)),
    ...workset.equipment[which]().map((row) => record('EQUIPMENT', row, row.wellId, row.id)),
    ...workset.maintenance[which]().map((row) =>
      record('MAINTENANCE', row, wellOfItem(row.equipmentId), row.equipmentId),
    ),
    ...workset.conflicts[which]().map((row) => record('CONFLICT', row, row.wellId)),
    ...workset.alerts[which]().map((row) => record('ALERT', row, row.wellId)),
  ];
}
