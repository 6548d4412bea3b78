/** Records as the person sees them: what the server has, with their own entries on top. */
import {
  canonicalApiNumber,
  type AlertRecord,
  type DaySheetRow,
  type DueItem,
  type KeptConflict,
  type TenantSettings,
  type Well,
} from '@wellpulse/contracts';
import {
  addDays,
  countRow,
  emptyRoute,
  productionKey,
  searchKey,
  type DayRange,
  type EquipmentRow,
  type MaintenanceRow,
  type ProductionRow,
  type RouteCount,
  type ShownConflict,
} from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import type { DeviceDatabase } from '../database/device-database.ts';
import { readRow } from '../lib/stored-row.ts';
import { daysHeld, holdsDay } from './held-days.ts';
import type { Clock } from '../ports/clock.ts';
import { findDevice } from '../session/device-store.ts';
import { tenantRules } from '../session/tenant-rules.ts';
import { inOrder, isAfter, isAfterInRange, keyColumn, readKey, type ListOrder } from './after-key.ts';
import { daySheet, type DaySheetFilter } from './day-sheet.ts';
import { dueList, type DueFilter } from './due-list.ts';
import { Listing, type Keyed, type SortKey } from './listing.ts';
import { shownConflict } from './shown-conflict.ts';
import type { Seen } from './seen.ts';

interface RecordList {
  readonly table: string;
  readonly where: RawBuilder<unknown>;
  readonly order: ListOrder;
  /** Of the one column by which the list is ordered. */
  readonly range?: { readonly from: string; readonly below: string };
}

const KEY = sql`key`;
/** Behind a day: above the day, and below all days that follow. */
const JUST_AFTER = '!';
const ROUTE_ORDER: ListOrder = {
  by: [sql`route_order`, KEY],
  direction: 'asc',
};
const OLDEST_KEY_FIRST: ListOrder = { by: [KEY], direction: 'asc' };
const NEWEST_KEY_FIRST: ListOrder = { by: [KEY], direction: 'desc' };

/**
 * Reads what the device knows: the server's records with the device's own entries on top, also without a network. Volumes
 * are in barrels (oil, water) and MCF (gas), null where nobody measured; days are `YYYY-MM-DD`, instants RFC 3339 in UTC.
 * Each list is read by pages (`page`), as a stream (`for await`), or whole if it is short (`all`). A list that nothing
 * matches is empty; no method throws for an id that the device does not know.
 *
 * @example
 * const { items, next } = await client.records.wells().page({ limit: 50 });
 * const more = await client.records.wells().page({ limit: 50, after: next });
 */
export class RecordQueries {
  readonly #database: DeviceDatabase;
  readonly #clock: Clock;

  constructor(database: DeviceDatabase, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The tenant's time zone (IANA), in which people read instants; null while the device is not registered. */
  timeZone(): Promise<string | null> {
    return this.#database.read(async (db) => (await findDevice(db))?.time_zone ?? null);
  }

  /** The tenant's settings as this device knows them; null while it is not registered. */
  settings(): Promise<TenantSettings | null> {
    return this.#database.read(async (db) => {
      const device = await findDevice(db);
      return device === undefined ? null : tenantRules(device);
    });
  }

  /**
   * All wells that are not deleted, in route order. "My Wells" are those with the person among `operatorIds`.
   *
   * @example
   * for await (const { name, route } of client.records.wells()) console.log(route ?? 'No route', name);
   */
  wells(): Listing<Seen<Well>> {
    return this.#list({ table: 'wells', where: sql`deleted = 0`, order: ROUTE_ORDER });
  }

  /** Undefined if this device has no such well. */
  well(id: string): Promise<Seen<Well> | undefined> {
    return this.#find('wells', id);
  }

  /** The well with an API number, however that is written; undefined if this device has no such well. */
  wellByApiNumber(apiNumber: string): Promise<Seen<Well> | undefined> {
    return this.#first('wells', sql`api_number = ${canonicalApiNumber(apiNumber)}`);
  }

  /**
   * The wells of a name in any spelling, in route order.
   *
   * @example
   * const [well] = await client.records.wellsNamed('acme #1').all();
   */
  wellsNamed(name: string): Listing<Seen<Well>> {
    return this.#list({
      table: 'wells',
      where: sql`name_key = ${searchKey(name)} and deleted = 0`,
      order: ROUTE_ORDER,
    });
  }

  /**
   * A well's readings, newest day first. `isPending` says that the server has not got all of a reading.
   *
   * @example
   * const october = client.records.production(well.id, { from: '2025-10-01', to: '2025-10-31' });
   * for await (const { productionDate, oilVolume, isPending } of october) show(productionDate, oilVolume, isPending);
   */
  production(wellId: string, { from = '', to = '9999-12-31' }: DayRange = {}): Listing<Seen<ProductionRow>> {
    return this.#list({
      table: 'production_data',
      where: sql`deleted = 0`,
      order: NEWEST_KEY_FIRST,
      range: { from: `${wellId}|${from}`, below: `${wellId}|${to}${JUST_AFTER}` },
    });
  }

  /**
   * Whether this device would have the reading of a well's day if there were one. Where it is false, say "not on this device",
   * never "no reading". Only a pull that was complete makes it true.
   *
   * @example
   * if (!(await client.records.holdsDay(well.id, '2024-10-20'))) show('Not on this device');
   */
  holdsDay(wellId: string, day: string): Promise<boolean> {
    return this.#database.read((db) => holdsDay(db, { kind: 'production', key: productionKey(wellId, day) }));
  }

  /**
   * How many days up to `until` this device holds, at most `most`: the last of them and all between.
   *
   * @example
   * await client.records.daysHeld(well.id, { until: '2025-10-24', most: 90 }); // 8 of the well of a colleague
   */
  daysHeld(
    wellId: string,
    { until, most }: { readonly until: string; readonly most: number },
  ): Promise<number> {
    return this.#database.read(async (db) => {
      const isHeld = await daysHeld(db);
      const first = Array.from({ length: most }, (_, ago) => ago).find(
        (ago) => !isHeld(wellId, addDays(until, -ago)),
      );
      return first ?? most;
    });
  }

  /** The readings of all wells on a day, in no order that people know; `daySheet` has them in route order. */
  productionOfDay(day: string): Listing<Seen<ProductionRow>> {
    return this.#list({
      table: 'production_data',
      where: sql`production_date = ${day} and deleted = 0`,
      order: { by: [sql`well_id`], direction: 'asc' },
    });
  }

  /**
   * A day's entries, well by well in route order: each well that is not plugged, and a plugged one that has a reading of
   * the day. `record` is null where the entry is missing, `previous` has the volumes of the day before.
   *
   * @example
   * for await (const { wellName, record } of client.records.daySheet('2025-10-20', { route: 'North' })) {
   *   if (record === null) console.log(`${wellName} is missing`);
   * }
   */
  daySheet(day: string, filter: DaySheetFilter = {}): Listing<Seen<DaySheetRow>> {
    return daySheet(this.#database, day, filter);
  }

  /**
   * How complete a day is, route by route in their order: how many active wells should have an entry, how many have one,
   * and when the last one was made. A route without active wells is left out.
   *
   * @example
   * const [north] = await client.records.completeness('2025-10-20'); // { route: 'North', expected: 12, entered: 9, … }
   */
  async completeness(day: string): Promise<RouteCount[]> {
    const counts: RouteCount[] = [];
    for await (const row of this.daySheet(day)) {
      // In route order, the wells of a route stand together.
      const isSameRoute = counts.length > 0 && counts.at(-1)?.route === row.route;
      const count = (isSameRoute ? counts.pop() : undefined) ?? emptyRoute(row.route);
      counts.push(countRow(count, row));
    }
    return counts.filter(({ expected }) => expected > 0);
  }

  /**
   * The equipment whose next service is overdue or due within 14 days, the most urgent first. Today is the tenant's day by
   * this device's clock. `isPending` says that the item has changes which are not at the server yet.
   *
   * @example
   * for await (const { wellName, serialNumber, daysLeft } of client.records.due({ route: 'North' })) {
   *   console.log(wellName, serialNumber, daysLeft); // -3: three days overdue
   * }
   */
  due(filter: DueFilter = {}): Listing<Seen<DueItem>> {
    return dueList(this.#database, this.#clock, filter);
  }

  /**
   * Equipment that is not deleted, by serial number: of a well, or of all wells if it is left out.
   *
   * @example
   * for await (const { equipmentType, serialNumber } of client.records.equipment(well.id)) show(equipmentType, serialNumber);
   */
  equipment(wellId?: string): Listing<Seen<EquipmentRow>> {
    return this.#list({
      table: 'equipment',
      where: wellId === undefined ? sql`deleted = 0` : sql`well_id = ${wellId} and deleted = 0`,
      order: { by: [sql`serial_number`, KEY], direction: 'asc' },
    });
  }

  /** Undefined if this device has no such item. */
  equipmentItem(id: string): Promise<Seen<EquipmentRow> | undefined> {
    return this.#find('equipment', id);
  }

  /** The item with a serial number in any spelling; undefined if this device has no such item. */
  equipmentBySerialNumber(serialNumber: string): Promise<Seen<EquipmentRow> | undefined> {
    return this.#first('equipment', sql`serial_key = ${searchKey(serialNumber)}`);
  }

  /** An item's maintenance, newest day first. Costs are in US dollars, null where nobody gave one. */
  maintenance(equipmentId: string): Listing<Seen<MaintenanceRow>> {
    return this.#list({
      table: 'equipment_maintenance',
      where: sql`equipment_id = ${equipmentId} and deleted = 0`,
      order: { by: [sql`maintenance_date`, KEY], direction: 'desc' },
    });
  }

  /** Conflicts that this device was told of, open and settled ones, newest first. */
  conflicts(): Listing<Seen<KeptConflict>> {
    return this.#list({ table: 'conflicts', where: sql`deleted = 0`, order: NEWEST_KEY_FIRST });
  }

  /**
   * Undefined if this device was not told of such a conflict.
   *
   * @example
   * const conflict = await client.records.conflict(outcome.conflictId);
   * if (conflict !== undefined) show(words.conflictReason(conflict));
   */
  conflict(id: string): Promise<Seen<KeptConflict> | undefined> {
    return this.#find('conflicts', id);
  }

  /**
   * A conflict with its names, the day before, and the record as it is now.
   *
   * @example
   * for await (const kept of client.records.conflicts()) show(await client.records.shownConflict(kept));
   */
  shownConflict(conflict: KeptConflict): Promise<ShownConflict> {
    return this.#database.read((db) =>
      shownConflict(db, conflict, {
        wellName: async (id) => (await this.well(id))?.name ?? null,
        item: async (id) => (await this.equipmentItem(id)) ?? null,
        reading: async (wellId, day) => {
          const { items } = await this.production(wellId, { from: day, to: day }).page({ limit: 1 });
          return items[0] ?? null;
        },
      }),
    );
  }

  /** Open variance alerts, as the server raised them, oldest first. `record` gives those that an entry causes at once. */
  alerts(): Listing<Seen<AlertRecord>> {
    return this.#list({
      table: 'alerts',
      where: sql`deleted = 0 and status = 'OPEN'`,
      order: OLDEST_KEY_FIRST,
    });
  }

  #list<Row>(list: RecordList): Listing<Seen<Row>> {
    return new Listing((after, limit) => this.#rows<Row>(list, after, limit));
  }

  #find<Row>(table: string, id: string): Promise<Seen<Row> | undefined> {
    return this.#first(table, sql`key = ${id}`);
  }

  async #first<Row>(table: string, isWanted: RawBuilder<unknown>): Promise<Seen<Row> | undefined> {
    const where = sql`${isWanted} and deleted = 0`;
    const [found] = await this.#rows<Row>({ table, where, order: OLDEST_KEY_FIRST }, null, 1);
    return found?.item;
  }

  async #rows<Row>(
    { table, where, order, range }: RecordList,
    after: SortKey | null,
    limit: number,
  ): Promise<Keyed<Seen<Row>>[]> {
    const isOfPage = range === undefined ? isAfter(order, after) : isAfterInRange(order, range, after);
    return this.#database.read(async (db) => {
      const { rows } = await sql<{ row: string; pending: number; sort_key: string }>`
        select coalesce(local_row, server_row) as row, local_row is not null as pending, ${keyColumn(order)} as sort_key
        from ${sql.table(table)} where ${where} and ${isOfPage}
        order by ${inOrder(order)} limit ${limit}`.execute(db);
      return rows.map(({ row, pending, sort_key }) => ({
        item: { ...(readRow(table, row) as Row), isPending: pending === 1 },
        key: readKey(sort_key),
      }));
    });
  }
}
