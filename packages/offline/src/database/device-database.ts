/**
 * The device's database. What `write` was given is durable when it resolves, whole or not at all: WAL with
 * `synchronous = FULL`, which is checked and not believed.
 */
import { OfflineError } from '../offline-error.ts';
import { NO_BALLAST, type Ballast } from '../ports/ballast.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';
import { isStorageProblem } from '../ports/storage-error.ts';
import { kyselyOn, type Db } from './kysely-on.ts';
import { migrate } from './migrate.ts';
import { diskFull, withBallast, withRoomOf, type GiveRoom } from './with-ballast.ts';

/** Each of them keeps a committed transaction through a power loss when `synchronous` is FULL. */
const DURABLE_JOURNALS = ['wal', 'delete', 'truncate', 'persist'];
const FULL = 2;
/** What was written goes into the file itself after so many pages, and the file beside it stays this small. */
const WAL_PAGES = 256;
const WAL_BYTES = 1024 * 1024;

export class DeviceDatabase {
  readonly #driver: SqliteDriver;
  readonly #frugal: SqliteDriver;
  readonly #ballast: Ballast;
  readonly #spare: GiveRoom;

  private constructor(frugal: SqliteDriver, { ballast, spare }: { ballast: Ballast; spare: GiveRoom }) {
    this.#frugal = frugal;
    this.#ballast = ballast;
    this.#spare = spare;
    this.#driver = withBallast(frugal, async () => (await spare()) || ballast.giveBack());
  }

  /**
   * Opens, checks and migrates. Where the disk is full, `spare` gives room back that anything may have, and then the ballast is given
   * back. Throws `DISK_FULL`, and if the file can't keep what it is given, or is of a newer app.
   */
  static async open(
    frugal: SqliteDriver,
    at: string,
    ballast = NO_BALLAST,
    spare: GiveRoom = async () => false,
  ): Promise<DeviceDatabase> {
    const driver = withBallast(frugal, () => ballast.giveBack());
    // Takes effect only before the first table is made.
    await driver.query('PRAGMA auto_vacuum = INCREMENTAL');
    await driver.query('PRAGMA journal_mode = WAL');
    await driver.query('PRAGMA synchronous = FULL');
    await driver.query('PRAGMA foreign_keys = ON');
    await driver.query(`PRAGMA wal_autocheckpoint = ${WAL_PAGES}`);
    await driver.query(`PRAGMA journal_size_limit = ${WAL_BYTES}`);
    await checkPragmas(driver);
    await migrate(driver, at);
    return new DeviceDatabase(frugal, { ballast, spare });
  }

  /** Runs queries that belong together and change nothing. Throws `DATA_DAMAGED` where the driver can't repair what they meet. */
  async read<Result>(run: (db: Db) => Promise<Result>): Promise<Result> {
    try {
      return await run(kyselyOn(this.#driver));
    } catch (error) {
      if (!isStorageProblem(error, 'DAMAGED')) throw error;
    }
    // `run` met what SQLite did not notice. A driver that repairs does so where a transaction meets it.
    return this.write(run);
  }

  /** Runs changes in one transaction. Inside, only the `db` that is given may be used. Throws `DATA_DAMAGED`. */
  write<Result>(run: (db: Db) => Promise<Result>): Promise<Result> {
    return orDamaged(() => this.#driver.transaction((tx) => run(kyselyOn(tx))));
  }

  /**
   * The same for what can be had again, such as the server's records: it takes nothing of the room that is kept for entries. Throws
   * `DISK_FULL` and `DATA_DAMAGED`.
   */
  async writeIfRoom<Result>(run: (db: Db) => Promise<Result>): Promise<Result> {
    return orDamaged(() => this.inRoom(() => this.#frugal.transaction((tx) => run(kyselyOn(tx)))));
  }

  /** Does anything else that needs room, such as writing a file. Throws `DISK_FULL` if there is none but for entries. */
  async inRoom<Result>(act: () => Promise<Result>): Promise<Result> {
    if (!(await this.hasRoom())) throw diskFull();
    return withRoomOf(this.#spare, act);
  }

  /** Whether there is room for more than entries. Makes the ballast anew where it was given back and there is room again. */
  async hasRoom(): Promise<boolean> {
    while (!(await this.#ballast.make())) if (!(await this.#spare())) return false;
    return true;
  }

  /** Whether the ballast was given back, or there was never room for it. */
  async isShortOfRoom(): Promise<boolean> {
    return !(await this.#ballast.stands());
  }

  /** Gives pages of deleted rows back to the file system. */
  async shrink(): Promise<void> {
    await this.#driver.query('PRAGMA incremental_vacuum');
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}

/** What can't be read and was not repaired is said in words. */
async function orDamaged<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw isStorageProblem(error, 'DAMAGED') ? new OfflineError({ code: 'DATA_DAMAGED' }) : error;
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
