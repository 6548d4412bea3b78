/** Writes records into their table, any number in one statement: as the server has them, or as they look with own events. */
import { sql } from 'kysely';
import type { Db } from './kysely-on.ts';

export interface KeyedRow {
  readonly key: string;
  /** The table's columns that stand by themselves. */
  readonly columns: Readonly<Record<string, string>>;
  /** The record as JSON. */
  readonly row: string;
  /** The server's version, with the server's row. */
  readonly version?: number;
}

export async function upsertRows(
  db: Db,
  table: string,
  target: 'server_row' | 'local_row',
  rows: readonly KeyedRow[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const own = Object.keys(first.columns);
  const written = target === 'server_row' ? ['server_row', 'server_version'] : ['local_row'];
  const names = sql.join(['key', ...own, ...written].map((name) => sql.ref(name)));
  const values = sql.join([
    sql`value ->> 'key'`,
    ...own.map((name) => sql`value -> 'columns' ->> ${sql.lit(name)}`),
    sql`value ->> 'row'`,
    ...(target === 'server_row' ? [sql`value ->> 'version'`] : []),
  ]);
  const updates = sql.join(
    [...own, ...written].map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${values} from json_each(${JSON.stringify(rows)}) where true
    on conflict (key) do update set ${updates}`.execute(db);
}
