/** A driver that makes the database anew when it meets a page that can't be read. It uses what can still be read (ADR 51). */
import { Mutex } from '../lib/mutex.ts';
import { OfflineError } from '../offline-error.ts';
import type { DatabaseFile } from '../ports/database-file.ts';
import type { Clock } from '../ports/clock.ts';
import { instantOf } from '../ports/ids.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';
import { isStorageProblem } from '../ports/storage-error.ts';
import { fillFresh } from './fill-fresh.ts';

/** A disk that goes on spoiling what is written to it can't be helped. */
const MOST_REPAIRS = 3;

/**
 * Opens a device's database for `OfflineClient.open`. Throws `DATA_DAMAGED` where it can't be repaired: another program has it open, or
 * the disk spoils what is written anew.
 *
 * @example
 * const driver = await repairingDriver(nodeDatabaseFile('client.db'), nodeClock);
 */
export async function repairingDriver(file: DatabaseFile, clock: Clock): Promise<SqliteDriver> {
  const mutex = new Mutex();
  let driver = await file.open();
  let repairs = 0;

  async function repair(): Promise<void> {
    const damaged = driver;
    if (repairs === MOST_REPAIRS) throw new OfflineError({ code: 'DATA_DAMAGED' });
    const isReplaced = await file.replace(async (fresh) => {
      await fillFresh(fresh, damaged, { file, at: instantOf(clock.now()) });
      await damaged.close().catch(() => undefined);
    });
    if (!isReplaced) throw new OfflineError({ code: 'DATA_DAMAGED' });
    // One that broke off, on a full disk for instance, changed nothing and spoiled nothing.
    repairs += 1;
    driver = await file.open();
    await driver.query('PRAGMA synchronous = FULL');
    await driver.query('PRAGMA foreign_keys = ON');
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
