/** A driver that gives the ballast back when the disk is full (ADR 50). Then it repeats what it was asked to do. */
import { OfflineError } from '../offline-error.ts';
import type { Ballast } from '../ports/ballast.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';
import { isStorageProblem } from '../ports/storage-error.ts';

export const diskFull = (): OfflineError => new OfflineError({ code: 'DISK_FULL' });

/** Throws `DISK_FULL` where there is no ballast to give back. */
export function withBallast(driver: SqliteDriver, ballast: Ballast): SqliteDriver {
  /** `act` has changed nothing if it throws: it is a statement, or a transaction. */
  const orWithMoreRoom = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    try {
      return await act();
    } catch (error) {
      if (!isStorageProblem(error, 'FULL')) throw error;
      if (!(await ballast.giveBack())) throw diskFull();
    }
    return orDiskFull(act);
  };
  return {
    execute: (sql, params) => orWithMoreRoom(() => driver.execute(sql, params)),
    query: (sql, params) => orWithMoreRoom(() => driver.query(sql, params)),
    transaction: (run) => orWithMoreRoom(() => driver.transaction(run)),
    close: () => driver.close(),
  };
}

/** Does what it is asked to with the room that is there. Throws `DISK_FULL` if that is too little. */
export async function orDiskFull<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw isStorageProblem(error, 'FULL') ? diskFull() : error;
  }
}
