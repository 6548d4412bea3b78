import type { Migration } from '../migration.ts';

export const beginningsOfWaits: Migration = {
  number: 18,
  name: 'when something that waits failed: a clock that shows an earlier time was set back',
  statements: [
    'ALTER TABLE sync_queue ADD COLUMN failed_at INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE photos ADD COLUMN failed_at INTEGER NOT NULL DEFAULT 0',
    // Nobody knows when these failed: they are tried at once.
    'UPDATE sync_queue SET next_retry_at = 0',
    'UPDATE photos SET next_retry_at = 0',
  ],
};
