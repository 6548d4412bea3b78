/** SQLite on Node's own `node:sqlite`. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { serialise } from '../../ports/serialise.ts';
import type { SqliteConnection, SqliteDriver, SqlValue } from '../../ports/sqlite.ts';
import { storageError } from '../files/storage-problem.ts';

const MAX_STATEMENTS = 200;
/** How long a statement waits while another program writes to the same file. */
const BUSY_MS = 5000;

function connect(path: string): SqliteConnection {
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    execute: async (sql: string, params: readonly SqlValue[] = []) =>
      sayingWhy(() => Number(prepare(sql).run(...params).changes)),
    query: async (sql: string, params: readonly SqlValue[] = []) =>
      sayingWhy(() => prepare(sql).all(...params)),
    close: async () => database.close(),
  };
}

function sayingWhy<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw storageError(error);
  }
}

/**
 * Opens the database file at `path`, which is made if it isn't there.
 *
 * @example
 * const driver = await openNodeSqlite('./truck-7/client.db');
 */
export const openNodeSqlite = async (path: string): Promise<SqliteDriver> => serialise(connect(path));
