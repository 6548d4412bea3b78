/**
 * SQLite as the core sees it. A platform gives a `SqliteConnection`, a few lines over better-sqlite3, expo-sqlite or
 * node:sqlite; `serialise` makes the `SqliteDriver` of it.
 * Where the disk is full, or what stands on it can't be read, a connection throws a `StorageError`.
 */

/** What crosses into and out of SQLite. Whole numbers beyond 2^53 are not used. */
export type SqlValue = string | number | Uint8Array | null;
/** One row of an answer, by the names of its columns. */
export type SqlRow = Readonly<Record<string, unknown>>;

/**
 * What runs statements: a driver outside of a transaction, or one transaction. A failing disk is a
 * `StorageError`.
 */
export interface SqliteExecutor {
  /** Runs one statement and returns how many rows it changed. */
  execute(sql: string, params?: readonly SqlValue[]): Promise<number>;
  /** Runs one statement and returns its rows, also those of `returning`. */
  query(sql: string, params?: readonly SqlValue[]): Promise<SqlRow[]>;
}

/** One open database file, without any order between callers. */
export interface SqliteConnection extends SqliteExecutor {
  close(): Promise<void>;
}

/** One open database file for many callers: their statements and transactions run one after the other. */
export interface SqliteDriver extends SqliteExecutor {
  /**
   * Runs `run` in a transaction of its own. No other statement comes in between. If `run` throws, nothing has changed. Inside, use
   * only `tx`: the driver itself would wait for ever.
   */
  transaction<Result>(run: (tx: SqliteExecutor) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
