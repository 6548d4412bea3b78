/** Writes what folding gave: rows with own events on top, and none where the server's row is all there is. */
import { productionKey } from '@wellpulse/domain';
import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import { keysOf } from '../events/device-events.ts';
import type { RecordRows } from './fold-record.ts';

/** `keys` are the records that were folded, `rows` those of their rows that own events changed. */
export async function saveLocalRows(db: Db, keys: readonly string[], rows: RecordRows): Promise<void> {
  await forget(db, keys);
  await sql`
    insert into production_data (key, well_id, production_date, local_row)
    select value ->> 'key', value ->> 'wellId', value ->> 'productionDate', value ->> 'row'
    from json_each(${JSON.stringify(
      rows.production.map((row) => ({
        key: productionKey(row.wellId, row.productionDate),
        wellId: row.wellId,
        productionDate: row.productionDate,
        row: JSON.stringify(row),
      })),
    )}) where true
    on conflict (key) do update set local_row = excluded.local_row`.execute(db);
  await sql`
    insert into equipment (key, local_row)
    select value ->> 'key', value ->> 'row'
    from json_each(${JSON.stringify(rows.equipment.map((row) => ({ key: row.id, row: JSON.stringify(row) })))})
    where true
    on conflict (key) do update set local_row = excluded.local_row`.execute(db);
  await sql`
    insert into equipment_maintenance (key, equipment_id, local_row)
    select value ->> 'key', value ->> 'equipmentId', value ->> 'row'
    from json_each(${JSON.stringify(
      rows.maintenance.map((row) => ({
        key: row.id,
        equipmentId: row.equipmentId,
        row: JSON.stringify(row),
      })),
    )}) where true
    on conflict (key) do update set local_row = excluded.local_row`.execute(db);
  await sql`
    insert into conflicts (key, local_row)
    select value ->> 'key', value ->> 'row'
    from json_each(${JSON.stringify(rows.conflicts.map((row) => ({ key: row.id, row: JSON.stringify(row) })))})
    where true
    on conflict (key) do update set local_row = excluded.local_row`.execute(db);
}

async function forget(db: Db, keys: readonly string[]): Promise<void> {
  const tables = [
    { table: 'production_data', column: 'key', kind: 'production' },
    { table: 'equipment', column: 'key', kind: 'equipment' },
    { table: 'equipment_maintenance', column: 'equipment_id', kind: 'equipment' },
    { table: 'conflicts', column: 'key', kind: 'conflict' },
  ] as const;
  for (const { table, column, kind } of tables) {
    const ofKind = keysOf(kind, keys);
    if (ofKind.length === 0) continue;
    const wanted = anyOf(ofKind);
    await sql`update ${sql.table(table)} set local_row = null
      where ${sql.ref(column)} in ${wanted} and local_row is not null and server_version > 0`.execute(db);
    await sql`delete from ${sql.table(table)}
      where ${sql.ref(column)} in ${wanted} and server_version = 0`.execute(db);
  }
}
