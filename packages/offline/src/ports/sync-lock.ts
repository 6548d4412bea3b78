/**
 * Keeps two programs on one database from syncing at the same time. They would use one refresh token twice, and send everything
 * twice. A platform where no second program can open the database needs no lock.
 */
export interface SyncLock {
  /** True if this program may sync. No other program may then, until `release` or until this program ends. */
  take(): Promise<boolean>;
  release(): Promise<void>;
}

export const NO_SYNC_LOCK: SyncLock = { take: async () => true, release: async () => undefined };
