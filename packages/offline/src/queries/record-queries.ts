/** Records as the person sees them: what the server has, with their own entries on top. */
import type { Alert, ConflictRecord, Well } from '@wellpulse/contracts';
import type { EquipmentRow, MaintenanceRow, ProductionRow } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import type { DeviceDatabase } from '../database/device-database.ts';
import { readRow } from '../lib/stored-row.ts';

/** A record, and whether something of it is not at the server yet. */
export type Seen<Row> = Row & { readonly isPending: boolean };

export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

export class RecordQueries {
  readonly #database: DeviceDatabase;

  constructor(database: DeviceDatabase) {
    this.#database = database;
  }

  /** In route order; "My Wells" are those with the person among `operatorIds`. */
  wells(): Promise<Seen<Well>[]> {
    return this.#rows('wells', sql`deleted = 0`, sql`route is null, route, route_position, name`);
  }

  async well(id: string): Promise<Seen<Well> | undefined> {
    return (await this.#rows<Well>('wells', sql`key = ${id} and deleted = 0`, sql`key`))[0];
  }

  /** Newest day first. */
  production(
    wellId: string,
    { from = '', to = '9999-12-31' }: DayRange = {},
  ): Promise<Seen<ProductionRow>[]> {
    return this.#rows(
      'production_data',
      sql`key between ${`${wellId}|${from}`} and ${`${wellId}|${to}`} and deleted = 0`,
      sql`key desc`,
    );
  }

  productionOfDay(day: string): Promise<Seen<ProductionRow>[]> {
    return this.#rows('production_data', sql`production_date = ${day} and deleted = 0`, sql`well_id`);
  }

  equipment(wellId: string): Promise<Seen<EquipmentRow>[]> {
    return this.#rows('equipment', sql`well_id = ${wellId} and deleted = 0`, sql`serial_number`);
  }

  async equipmentItem(id: string): Promise<Seen<EquipmentRow> | undefined> {
    return (await this.#rows<EquipmentRow>('equipment', sql`key = ${id} and deleted = 0`, sql`key`))[0];
  }

  /** Newest first. */
  maintenance(equipmentId: string): Promise<Seen<MaintenanceRow>[]> {
    return this.#rows(
      'equipment_maintenance',
      sql`equipment_id = ${equipmentId} and deleted = 0`,
      sql`maintenance_date desc, key desc`,
    );
  }

  conflicts(): Promise<Seen<ConflictRecord>[]> {
    return this.#rows('conflicts', sql`deleted = 0`, sql`key desc`);
  }

  alerts(): Promise<Seen<Omit<Alert, 'wellName'>>[]> {
    return this.#rows('alerts', sql`deleted = 0 and status = 'OPEN'`, sql`key`);
  }

  async #rows<Row>(
    table: string,
    where: RawBuilder<unknown>,
    order: RawBuilder<unknown>,
  ): Promise<Seen<Row>[]> {
    const { rows } = await this.#database.read((db) =>
      sql<{ row: string; pending: number }>`
        select coalesce(local_row, server_row) as row, local_row is not null as pending
        from ${sql.table(table)} where ${where} order by ${order}`.execute(db),
    );
    return rows.map(({ row, pending }) => ({ ...(readRow(table, row) as Row), isPending: pending === 1 }));
  }
}
