/** SQLite whose file is encrypted whole: SQLCipher 4's format, by better-sqlite3-multiple-ciphers. */
import Database, { type Statement } from 'better-sqlite3-multiple-ciphers';
import { serialise, type SqliteConnection, type SqliteDriver, type SqlValue } from '@wellpulse/offline';
import { storageError } from '@wellpulse/offline/node';

const MAX_STATEMENTS = 200;
const KEY_BYTES = 32;

/**
 * Opens the encrypted database at `path` with a raw key of 32 bytes; it is made if it isn't there. Throws a `StorageError` for a key
 * that is not its own: nothing of it can be read then.
 *
 * @example
 * const driver = openCipherSqlite('./truck-7/client.db', key);
 */
export const openCipherSqlite = (path: string, key: Uint8Array): SqliteDriver =>
  serialise(connect(path, key));

function connect(path: string, key: Uint8Array): SqliteConnection {
  if (key.length !== KEY_BYTES) throw new RangeError(`A database key has ${KEY_BYTES} bytes`);
  const database = sayingWhy(() => opened(path, key));
  const statements = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    execute: async (sql, params = []) =>
      sayingWhy(() => {
        const statement = prepare(sql);
        // The library refuses to run what gives rows, and to read rows of what gives none.
        return statement.reader
          ? statement.all(...bound(params)).length
          : statement.run(...bound(params)).changes;
      }),
    query: async (sql, params = []) =>
      sayingWhy(() => {
        const statement = prepare(sql);
        if (statement.reader) return statement.all(...bound(params));
        statement.run(...bound(params));
        return [];
      }),
    close: async () => {
      database.close();
    },
  };
}

function opened(path: string, key: Uint8Array): Database {
  const database = new Database(path);
  database.pragma("cipher='sqlcipher'");
  database.pragma('legacy=4');
  database.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  // Reads the first page and no other: a wrong key shows here, and a damaged page shows where it can be repaired.
  database.pragma('user_version');
  return database;
}

const bound = (params: readonly SqlValue[]): readonly SqlValue[] =>
  params.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value));

function sayingWhy<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw storageError(error);
  }
}
