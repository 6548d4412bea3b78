import { sql } from 'kysely';
import { anyOfJson } from '../database/any-of.ts';
import { keptQuery, type Db } from '../database/kysely-on.ts';
import { keysOf, recordKey } from '../events/device-events.ts';
import { readRow } from '../lib/stored-row.ts';
import type { RecordRows } from './project-record.ts';
import { PROJECTED_TABLES, type ProjectedTable } from './projected-tables.ts';

export const NO_ROWS: RecordRows = { production: [], equipment: [], maintenance: [], conflicts: [] };

const serverRowsIn = ({ table, ofRecord: { column } }: ProjectedTable) =>
  keptQuery((db, records: string) =>
    sql<{ record: string; row: string }>`
      select ${sql.ref(column)} as record, server_row as row from ${sql.table(table)}
      where ${sql.ref(column)} in ${anyOfJson(records)} and server_row is not null`.compile(db),
  );
const SOURCES = PROJECTED_TABLES.map((known) => ({ ...known, find: serverRowsIn(known) }));

/** The server's rows of these records, by record. */
export async function loadServerRows(db: Db, keys: readonly string[]): Promise<Map<string, RecordRows>> {
  const found = new Map<string, RecordRows>();
  for (const { table, part, ofRecord, find } of SOURCES) {
    const records = keysOf(ofRecord.kind, keys);
    if (records.length === 0) continue;
    for (const { record, row } of await find(db, JSON.stringify(records))) {
      const key = recordKey({ kind: ofRecord.kind, key: record });
      const known = found.get(key) ?? NO_ROWS;
      found.set(key, { ...known, [part]: [...known[part], readRow(table, row)] });
    }
  }
  return found;
}
