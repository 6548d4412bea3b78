import { DatabaseSync } from 'node:sqlite';
import type { SyncLock } from '../ports/sync-lock.ts';

/**
 * A lock beside the database file at `path`. It is SQLite's own lock on a file of its own. So the operating system gives it
 * back when the program dies.
 *
 * @example
 * const lock = nodeSyncLock('./truck-7/client.db');
 * if (await lock.take()) await sync().finally(() => lock.release());
 */
export function nodeSyncLock(path: string): SyncLock {
  let held: DatabaseSync | null = null;
  return {
    take: async () => {
      const database = new DatabaseSync(`${path}.sync-lock`, { timeout: 0 });
      try {
        database.exec('begin exclusive');
        held = database;
        return true;
      } catch (error) {
        database.close();
        if (isBusy(error)) return false;
        throw error;
      }
    },
    release: async () => {
      held?.close();
      held = null;
    },
  };
}

const SQLITE_BUSY = 5;
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
