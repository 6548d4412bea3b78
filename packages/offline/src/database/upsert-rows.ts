/** Writes records into their table, any number in one statement: as the server has them, or as they look with own events. */
import { sql } from 'kysely';
import { keptQuery, type Db } from './kysely-on.ts';

export interface KeyedRow {
  readonly key: string;
  /** The table's columns that stand by themselves. */
  readonly columns: Readonly<Record<string, string>>;
  /** The record as JSON. */
  readonly row: string;
  /** The server's version, with the server's row. */
  readonly version?: number;
}

type Target = 'server_row' | 'local_row';

export async function upsertRows(
  db: Db,
  table: string,
  target: Target,
  rows: readonly KeyedRow[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  await upsertInto(table, target, Object.keys(first.columns))(db, JSON.stringify(rows));
}

const kept = new Map<string, ReturnType<typeof upsertOf>>();

/** The statement for a table; `own` are its columns that stand by themselves. */
function upsertInto(table: string, target: Target, own: readonly string[]): ReturnType<typeof upsertOf> {
  const key = [table, target, ...own].join(' ');
  const upsert = kept.get(key) ?? upsertOf(table, target, own);
  kept.set(key, upsert);
  return upsert;
}

function upsertOf(table: string, target: Target, own: readonly string[]) {
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
  return keptQuery((db, rows: string) =>
    sql`
      insert into ${sql.table(table)} (${names})
      select ${values} from json_each(${rows}) where true
      on conflict (key) do update set ${updates}`.compile(db),
  );
}
