import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import { keysOf, recordKey } from '../events/device-events.ts';
import { readRow } from '../lib/stored-row.ts';
import type { RecordRows } from './project-record.ts';
import { PROJECTED_TABLES } from './projected-tables.ts';

export const NO_ROWS: RecordRows = { production: [], equipment: [], maintenance: [], conflicts: [] };

/** The server's rows of these records, by record. */
export async function loadServerRows(db: Db, keys: readonly string[]): Promise<Map<string, RecordRows>> {
  const found = new Map<string, RecordRows>();
  for (const { table, part, ofRecord } of PROJECTED_TABLES) {
    const records = keysOf(ofRecord.kind, keys);
    if (records.length === 0) continue;
    const { rows } = await sql<{ record: string; row: string }>`
      select ${sql.ref(ofRecord.column)} as record, server_row as row from ${sql.table(table)}
      where ${sql.ref(ofRecord.column)} in ${anyOf(records)} and server_row is not null`.execute(db);
    for (const { record, row } of rows) {
      const key = recordKey({ kind: ofRecord.kind, key: record });
      const known = found.get(key) ?? NO_ROWS;
      found.set(key, { ...known, [part]: [...known[part], readRow(table, row)] });
    }
  }
  return found;
}
