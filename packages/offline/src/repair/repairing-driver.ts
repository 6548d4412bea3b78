/** A driver that makes the database anew when it meets a page that can't be read. It uses what can still be read (ADR 51). */
import { Mutex } from '../lib/mutex.ts';
import { OfflineError } from '../offline-error.ts';
import type { DatabaseFile } from '../ports/database-file.ts';
import type { Clock } from '../ports/clock.ts';
import { instantOf } from '../ports/ids.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';
import { isStorageProblem } from '../ports/storage-error.ts';
import { fillFresh } from './fill-fresh.ts';

/** A disk that spoils what was made anew, so often in a row, can't be helped. */
const MOST_REPAIRS = 3;
/** A damage that is met this long after a repair is another one. A program may run for months. */
const CALM_MS = 60_000;

/**
 * Opens a device's database for `OfflineClient.open`. Throws `DATA_DAMAGED` where it can't be repaired: another program has it open, or
 * the disk spoils at once what is written anew.
 *
 * @example
 * const driver = await repairingDriver(nodeDatabaseFile('client.db'), nodeClock);
 */
export async function repairingDriver(file: DatabaseFile, clock: Clock): Promise<SqliteDriver> {
  const mutex = new Mutex();
  let driver = await file.open();
  const openAnew = async (): Promise<void> => {
    driver = await file.open();
    await driver.query('PRAGMA synchronous = FULL');
    await driver.query('PRAGMA foreign_keys = ON');
  };
  /** Those in a row, of which the last one ended at `repairedAt` of the clock that nobody sets. */
  let repairs = 0;
  let repairedAt = 0;
  /** Until the program ends: each repair writes all of it to such a disk. */
  let isHopeless = false;

  async function repair(): Promise<void> {
    const damaged = driver;
    if (clock.sample().monotonic - repairedAt >= CALM_MS) repairs = 0;
    isHopeless ||= repairs === MOST_REPAIRS;
    if (isHopeless) throw new OfflineError({ code: 'DATA_DAMAGED' });
    let isClosed = false;
    const replacing = file.replace(async (fresh) => {
      await fillFresh(fresh, damaged, { file, at: instantOf(clock.now()) });
      isClosed = true;
      await damaged.close().catch(() => undefined);
    });
    const isReplaced = await replacing.catch(async (error: unknown) => {
      if (isClosed) await openAnew();
      throw error;
    });
    if (!isReplaced) throw new OfflineError({ code: 'DATA_DAMAGED' });
    // One that broke off, on a full disk for instance, changed nothing and spoiled nothing.
    repairs += 1;
    repairedAt = clock.sample().monotonic;
    await openAnew();
  }

  /** `act` has changed nothing if it throws. */
  const orRepaired = <Result>(act: () => Promise<Result>): Promise<Result> =>
    mutex.run(async () => {
      for (;;) {
        try {
          return await act();
        } catch (error) {
          if (!isStorageProblem(error, 'DAMAGED')) throw error;
          await repair();
        }
      }
    });

  return {
    execute: (sql, params) => orRepaired(() => driver.execute(sql, params)),
    query: (sql, params) => orRepaired(() => driver.query(sql, params)),
    transaction: (run) => orRepaired(() => driver.transaction(run)),
    close: () => mutex.run(() => driver.close()),
  };
}
