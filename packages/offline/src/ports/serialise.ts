import { Mutex } from '../lib/mutex.ts';
import type { SqliteConnection, SqliteDriver } from './sqlite.ts';

/**
 * Turns a connection into a driver: statements and transactions of all callers run one after the other.
 *
 * @example
 * const driver = serialise({ execute, query, close });
 */
export function serialise(connection: SqliteConnection): SqliteDriver {
  const mutex = new Mutex();
  return {
    execute: (sql, params) => mutex.run(() => connection.execute(sql, params)),
    query: (sql, params) => mutex.run(() => connection.query(sql, params)),
    close: () => mutex.run(() => connection.close()),
    transaction: (run) =>
      mutex.run(async () => {
        await connection.execute('begin immediate');
        try {
          const result = await run(connection);
          await connection.execute('commit');
          return result;
        } catch (error) {
          // SQLite has rolled back by itself after some errors; then there is nothing left to roll back.
          await connection.execute('rollback').catch(() => undefined);
          throw error;
        }
      }),
  };
}
