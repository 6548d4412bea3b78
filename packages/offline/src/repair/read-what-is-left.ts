/** Reads the rows of a table whose pages may be damaged: all of them that SQLite still reaches. */
import type { SqliteExecutor, SqlRow } from '../ports/sqlite.ts';

const AT_ONCE = 200;

type Read = () => Promise<SqlRow[]>;

/** Null where a page is in the way. */
const orNull = (read: Read): Promise<SqlRow[] | null> => read().catch(() => null);

/** `key` is a column that the table is ordered by. Rows come from the beginning and from the end until a bad page is met. */
export async function readFromBothEnds(db: SqliteExecutor, table: string, key: string): Promise<SqlRow[]> {
  const found = new Map<unknown, SqlRow>();
  for (const [order, beyond] of [
    ['', '>'],
    ['DESC', '<'],
  ] as const) {
    let last: unknown;
    for (let most = AT_ONCE; ;) {
      const where = last === undefined ? '' : `WHERE ${key} ${beyond} ?`;
      const params = last === undefined ? [] : [last as string];
      const sql = `SELECT * FROM ${table} ${where} ORDER BY ${key} ${order} LIMIT ${most}`;
      const rows = await orNull(() => db.query(sql, params));
      if (rows === null && most === 1) break;
      if (rows === null) {
        most = 1;
        continue;
      }
      if (rows.length === 0) return [...found.values()];
      for (const row of rows) found.set(row[key], row);
      last = rows.at(-1)?.[key];
    }
  }
  return [...found.values()];
}

/** The same for a table with numbers as keys: those between two bad pages too. */
export async function readByNumber(db: SqliteExecutor, table: string, key: string): Promise<SqlRow[]> {
  const ends = await readFromBothEnds(db, table, key);
  const numbers = ends.map((row) => Number(row[key])).sort((left, right) => left - right);
  const found = [...ends];
  for (const [index, number] of numbers.entries()) {
    const next = numbers[index + 1] ?? number;
    for (let missing = number + 1; missing < next; missing += 1) {
      found.push(
        ...((await orNull(() => db.query(`SELECT * FROM ${table} WHERE ${key} = ?`, [missing]))) ?? []),
      );
    }
  }
  return found.sort((left, right) => Number(left[key]) - Number(right[key]));
}
