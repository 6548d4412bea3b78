/** A driver that gives the ballast back when the disk is full (ADR 50). Then it repeats what it was asked to do. */
import { OfflineError } from '../offline-error.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';
import { isStorageProblem } from '../ports/storage-error.ts';

export const diskFull = (): OfflineError => new OfflineError({ code: 'DISK_FULL' });

/** Throws `DISK_FULL` where `more` gives no room any more. */
export function withBallast(driver: SqliteDriver, more: GiveRoom): SqliteDriver {
  /** `act` has changed nothing if it throws: it is a statement, or a transaction. */
  const orWithMoreRoom = <Result>(act: () => Promise<Result>): Promise<Result> => withRoomOf(more, act);
  return {
    execute: (sql, params) => orWithMoreRoom(() => driver.execute(sql, params)),
    query: (sql, params) => orWithMoreRoom(() => driver.query(sql, params)),
    transaction: (run) => orWithMoreRoom(() => driver.transaction(run)),
    close: () => driver.close(),
  };
}

/** Gives room back; false if there is none to give any more. */
export type GiveRoom = () => Promise<boolean>;

/** Does what it is asked to, with as much of `more` room as that needs. Throws `DISK_FULL` if all of it is too little. */
export async function withRoomOf<Result>(more: GiveRoom, act: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!isStorageProblem(error, 'FULL')) throw error;
      if (!(await more())) throw diskFull();
    }
  }
}
