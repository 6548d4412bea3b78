/**
 * Keeps two programs on one database from syncing at once: they would use one refresh token twice, and send everything
 * twice. A platform where no second program can open the database needs none.
 */
export interface SyncLock {
  /** Whether nobody else syncs; then nobody else does until `release`, or until this program dies. */
  take(): Promise<boolean>;
  release(): Promise<void>;
}

export const NO_SYNC_LOCK: SyncLock = { take: async () => true, release: async () => undefined };
