/** Writes what the projection gave: rows with own events on top, and none where the server's row is all there is. */
import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import { upsertRows } from '../database/upsert-rows.ts';
import { keysOf } from '../events/device-events.ts';
import type { RecordRows } from './project-record.ts';
import { PROJECTED_TABLES, type ProjectedTable } from './projected-tables.ts';

/** `keys` are the records that were projected, `rows` those of their rows that own events changed. */
export async function saveLocalRows(db: Db, keys: readonly string[], rows: RecordRows): Promise<void> {
  for (const { table, ofRecord, keyed } of PROJECTED_TABLES) {
    const records = keysOf(ofRecord.kind, keys);
    if (records.length === 0) continue;
    const made = keyed(rows);
    const written = new Set(made.map(({ key }) => key));
    // What is written below replaces what was there; a log of maintenance is not named by its item's key.
    const rest = ofRecord.column === 'key' ? records.filter((key) => !written.has(key)) : records;
    if (rest.length > 0) await clearRows(db, table, ofRecord.column, rest);
    await upsertRows(db, table, 'local_row', made);
  }
}

async function clearRows(
  db: Db,
  table: ProjectedTable['table'],
  column: ProjectedTable['ofRecord']['column'],
  records: readonly string[],
): Promise<void> {
  const isRecord = sql`${sql.ref(column)} in ${anyOf(records)}`;
  await sql`update ${sql.table(table)} set local_row = null
    where ${isRecord} and local_row is not null and server_version > 0`.execute(db);
  await sql`delete from ${sql.table(table)} where ${isRecord} and server_version = 0`.execute(db);
}
