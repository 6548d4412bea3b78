/**
 * The device's database. What `write` was given is durable when it resolves, whole or not at all: WAL with
 * `synchronous = FULL`, which is checked and not believed.
 */
import type { SqliteDriver } from '../ports/sqlite.ts';
import { kyselyOn, type Db } from './kysely-on.ts';
import { migrate } from './migrate.ts';

/** Each of them keeps a committed transaction through a power loss when `synchronous` is FULL. */
const DURABLE_JOURNALS = ['wal', 'delete', 'truncate', 'persist'];
const FULL = 2;

export class DeviceDatabase {
  readonly #driver: SqliteDriver;

  private constructor(driver: SqliteDriver) {
    this.#driver = driver;
  }

  /** Opens, checks and migrates. Throws if the file can't keep what it is given, or is of a newer app. */
  static async open(driver: SqliteDriver, at: string): Promise<DeviceDatabase> {
    // Takes effect only before the first table is made.
    await driver.query('PRAGMA auto_vacuum = INCREMENTAL');
    await driver.query('PRAGMA journal_mode = WAL');
    await driver.query('PRAGMA synchronous = FULL');
    await driver.query('PRAGMA foreign_keys = ON');
    await checkPragmas(driver);
    await migrate(driver, at);
    return new DeviceDatabase(driver);
  }

  /** Runs queries that belong together and change nothing. */
  read<Result>(run: (db: Db) => Promise<Result>): Promise<Result> {
    return run(kyselyOn(this.#driver));
  }

  /** Runs changes in one transaction. Inside, only the `db` that is given may be used. */
  write<Result>(run: (db: Db) => Promise<Result>): Promise<Result> {
    return this.#driver.transaction((tx) => run(kyselyOn(tx)));
  }

  /** Gives pages of deleted rows back to the file system. */
  async shrink(): Promise<void> {
    await this.#driver.query('PRAGMA incremental_vacuum');
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}

async function checkPragmas(driver: SqliteDriver): Promise<void> {
  const journal = await pragma(driver, 'journal_mode');
  if (typeof journal !== 'string' || !DURABLE_JOURNALS.includes(journal)) {
    throw new Error(`The database can't be written durably: its journal mode is ${String(journal)}`);
  }
  if ((await pragma(driver, 'synchronous')) !== FULL) {
    throw new Error("The database can't be written durably: it doesn't wait for the disk");
  }
  if ((await pragma(driver, 'foreign_keys')) !== 1) {
    throw new Error('The database does not check its foreign keys');
  }
}

async function pragma(driver: SqliteDriver, name: string): Promise<unknown> {
  const rows = await driver.query(`PRAGMA ${name}`);
  return rows[0]?.[name];
}
