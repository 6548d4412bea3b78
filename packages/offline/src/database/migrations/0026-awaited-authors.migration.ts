import type { Migration } from '../migration.ts';

/** Few wait for their author, if any: the planner is told so, as in migration 13. Else it would begin with all that were ever entered. */
export const awaitedAuthors: Migration = {
  number: 26,
  name: 'entries that wait for their author are found without reading all that wait',
  statements: [
    'CREATE INDEX sync_queue_awaits_author ON sync_queue (event_id) WHERE waits_for_author = 1',
    "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('sync_queue', 'sync_queue_awaits_author', '10 1')",
    'ANALYZE sqlite_schema',
  ],
};
