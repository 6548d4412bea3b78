/** Works out again when items are due of which something changed, by the rule of the domain. */
import type { EquipmentRow, ServiceLog } from '@wellpulse/domain';
import { dueDay } from '@wellpulse/domain';
import { type ServiceIntervals, groupBy } from '@wellpulse/contracts';
import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { readRow } from '../lib/stored-row.ts';

/** So few that what is read of them and of their maintenance fits into a phone's memory. */
const ITEMS_AT_ONCE = 200;

/** Resolves when `equipment_due` says what is true now. Writes only if something changed. */
export async function refreshDue(database: DeviceDatabase, defaults: ServiceIntervals): Promise<void> {
  while (await database.read(hasStale)) {
    await database.write((db) => refreshSome(db, defaults));
  }
}

async function hasStale(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('equipment_due')
    .where(sql`is_stale`, '=', sql.lit(1))
    .select('equipment_id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function refreshSome(db: Db, defaults: ServiceIntervals): Promise<void> {
  const { rows } = await sql<{ id: string; row: string; is_deleted: number; is_well_deleted: number }>`
    select e.key as id, coalesce(e.local_row, e.server_row) as row, e.deleted as is_deleted,
      coalesce(w.deleted, 1) as is_well_deleted
    from equipment_due d join equipment e on e.key = d.equipment_id left join wells w on w.key = e.well_id
    where d.is_stale = 1 order by d.equipment_id limit ${ITEMS_AT_ONCE}`.execute(db);
  const logs = await logsOf(
    db,
    rows.map(({ id }) => id),
  );
  const days = rows.map(({ id, row, is_deleted: isDeleted, is_well_deleted: isWellDeleted }) => {
    const item = readRow('equipment', row) as EquipmentRow;
    const serviced = { item, isWellDeleted: isWellDeleted === 1, logs: logs.get(id) ?? [] };
    return { id, day: isDeleted === 1 ? null : dueDay(serviced, defaults) };
  });
  await sql`
    update equipment_due set is_stale = 0, due_on = found.value ->> 'day'
    from json_each(${JSON.stringify(days)}) as found
    where equipment_id = found.value ->> 'id'`.execute(db);
}

async function logsOf(db: Db, ids: readonly string[]): Promise<Map<string, ServiceLog[]>> {
  const { rows } = await sql<ServiceLog & { item: string }>`
    select equipment_id as item, key as id, maintenance_date as maintenanceDate,
      json_extract(coalesce(local_row, server_row), '$.nextMaintenanceDate') as nextMaintenanceDate,
      json_extract(coalesce(local_row, server_row), '$.createdAt') as createdAt
    from equipment_maintenance where equipment_id in ${anyOf(ids)} and deleted = 0`.execute(db);
  return groupBy(rows, ({ item }) => item);
}
