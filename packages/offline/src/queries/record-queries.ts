/** Records as the person sees them: what the server has, with their own entries on top. */
import type { Alert, ConflictRecord, Well } from '@wellpulse/contracts';
import type { EquipmentRow, MaintenanceRow, ProductionRow } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import type { DeviceDatabase } from '../database/device-database.ts';
import { readRow } from '../lib/stored-row.ts';
import { inOrder, isAfter, keyColumn, readKey, type ListOrder } from './after-key.ts';
import { Listing, type Keyed, type SortKey } from './listing.ts';

/** A record, and whether something of it is not at the server yet. */
export type Seen<Row> = Row & { readonly isPending: boolean };

/** Days, both included; open where left out. */
export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

interface RecordList {
  readonly table: string;
  readonly where: RawBuilder<unknown>;
  readonly order: ListOrder;
}

const KEY = sql`key`;
const ROUTE_ORDER: ListOrder = {
  by: [sql`route_order`, KEY],
  direction: 'asc',
};
const OLDEST_KEY_FIRST: ListOrder = { by: [KEY], direction: 'asc' };
const NEWEST_KEY_FIRST: ListOrder = { by: [KEY], direction: 'desc' };

export class RecordQueries {
  readonly #database: DeviceDatabase;

  constructor(database: DeviceDatabase) {
    this.#database = database;
  }

  /** In route order; "My Wells" are those with the person among `operatorIds`. */
  wells(): Listing<Seen<Well>> {
    return this.#list({ table: 'wells', where: sql`deleted = 0`, order: ROUTE_ORDER });
  }

  /** Undefined if this device has no such well. */
  well(id: string): Promise<Seen<Well> | undefined> {
    return this.#find('wells', id);
  }

  /** A well's readings, newest day first. */
  production(wellId: string, { from = '', to = '9999-12-31' }: DayRange = {}): Listing<Seen<ProductionRow>> {
    return this.#list({
      table: 'production_data',
      where: sql`key between ${`${wellId}|${from}`} and ${`${wellId}|${to}`} and deleted = 0`,
      order: NEWEST_KEY_FIRST,
    });
  }

  /** The readings of all wells on a day. */
  productionOfDay(day: string): Listing<Seen<ProductionRow>> {
    return this.#list({
      table: 'production_data',
      where: sql`production_date = ${day} and deleted = 0`,
      order: { by: [sql`well_id`], direction: 'asc' },
    });
  }

  /** A well's equipment, by serial number. */
  equipment(wellId: string): Listing<Seen<EquipmentRow>> {
    return this.#list({
      table: 'equipment',
      where: sql`well_id = ${wellId} and deleted = 0`,
      order: { by: [sql`serial_number`, KEY], direction: 'asc' },
    });
  }

  /** Undefined if this device has no such item. */
  equipmentItem(id: string): Promise<Seen<EquipmentRow> | undefined> {
    return this.#find('equipment', id);
  }

  /** An item's maintenance, newest first. */
  maintenance(equipmentId: string): Listing<Seen<MaintenanceRow>> {
    return this.#list({
      table: 'equipment_maintenance',
      where: sql`equipment_id = ${equipmentId} and deleted = 0`,
      order: { by: [sql`maintenance_date`, KEY], direction: 'desc' },
    });
  }

  /** Newest first. */
  conflicts(): Listing<Seen<ConflictRecord>> {
    return this.#list({ table: 'conflicts', where: sql`deleted = 0`, order: NEWEST_KEY_FIRST });
  }

  /** The open ones. */
  alerts(): Listing<Seen<Omit<Alert, 'wellName'>>> {
    return this.#list({
      table: 'alerts',
      where: sql`deleted = 0 and status = 'OPEN'`,
      order: OLDEST_KEY_FIRST,
    });
  }

  #list<Row>(list: RecordList): Listing<Seen<Row>> {
    return new Listing((after, limit) => this.#rows<Row>(list, after, limit));
  }

  async #find<Row>(table: string, id: string): Promise<Seen<Row> | undefined> {
    const where = sql`key = ${id} and deleted = 0`;
    const [found] = await this.#rows<Row>({ table, where, order: OLDEST_KEY_FIRST }, null, 1);
    return found?.item;
  }

  async #rows<Row>(
    { table, where, order }: RecordList,
    after: SortKey | null,
    limit: number,
  ): Promise<Keyed<Seen<Row>>[]> {
    const { rows } = await this.#database.read((db) =>
      sql<{ row: string; pending: number; sort_key: string }>`
        select coalesce(local_row, server_row) as row, local_row is not null as pending, ${keyColumn(order)} as sort_key
        from ${sql.table(table)} where ${where} and ${isAfter(order, after)}
        order by ${inOrder(order)} limit ${limit}`.execute(db),
    );
    return rows.map(({ row, pending, sort_key }) => ({
      item: { ...(readRow(table, row) as Row), isPending: pending === 1 },
      key: readKey(sort_key),
    }));
  }
}
