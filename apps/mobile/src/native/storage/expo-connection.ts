/** A database of expo-sqlite as the offline client sees it. */
import type { SQLiteDatabase, SQLiteStatement } from 'expo-sqlite';
import { StorageError, type SqliteConnection, type SqliteExecutor, type SqlRow } from '@wellpulse/offline';

const MAX_STATEMENTS = 100;

interface Prepared {
  readonly statement: SQLiteStatement;
  /** Not one of a plain change: that one has done all with its first step, and holds nothing then. */
  readonly givesRows: boolean;
}

/**
 * `isFull` tells whether the disk is, where SQLite does not: in a browser it says of a write that found no room that something failed.
 */
export function connectionOn(
  database: SQLiteDatabase,
  isFull: () => Promise<boolean> = async () => false,
): SqliteConnection {
  const statements = new Map<string, Prepared>();

  async function prepare(sql: string): Promise<Prepared> {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= MAX_STATEMENTS) await forget();
    const statement = await database.prepareAsync(sql);
    const prepared = { statement, givesRows: (await statement.getColumnNamesAsync()).length > 0 };
    statements.set(sql, prepared);
    return prepared;
  }

  async function forget(): Promise<void> {
    const all = [...statements.values()];
    statements.clear();
    for (const { statement } of all) await statement.finalizeAsync();
  }

  /** A statement that failed is not used again: it may hold what was in the way. */
  async function using<Result>(sql: string, act: (prepared: Prepared) => Promise<Result>): Promise<Result> {
    const prepared = await prepare(sql);
    try {
      return await act(prepared);
    } catch (error) {
      statements.delete(sql);
      await prepared.statement.finalizeAsync().catch(() => undefined);
      throw error;
    }
  }

  const run: SqliteExecutor = {
    execute: (sql, params = []) =>
      using(sql, async ({ statement, givesRows }) => {
        const result = await statement.executeAsync([...params]);
        // Else it would go on holding the file.
        if (givesRows) await result.resetAsync();
        return result.changes;
      }),
    query: (sql, params = []) =>
      using(sql, async ({ statement }) => {
        const result = await statement.executeAsync<SqlRow>([...params]);
        return result.getAllAsync();
      }),
  };
  return {
    execute: (sql, params) => sayingWhy(isFull, () => run.execute(sql, params)),
    query: (sql, params) => sayingWhy(isFull, () => run.query(sql, params)),
    close: async () => {
      await forget();
      await database.closeAsync();
    },
  };
}

/** SQLite's own words for a full disk, for one that fails, and for a file that can't be read. */
const FULL = /database or disk is full|SQLITE_FULL|QuotaExceeded|No space left/i;
const FAILED = /disk I\/O error|SQLITE_IOERR/i;
const DAMAGED = /malformed|SQLITE_CORRUPT|file is not a database|SQLITE_NOTADB/i;

async function sayingWhy<Result>(
  isFull: () => Promise<boolean>,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (FULL.test(words) || (FAILED.test(words) && (await isFull()))) throw new StorageError('FULL', error);
    if (DAMAGED.test(words)) throw new StorageError('DAMAGED', error);
    throw error;
  }
}
