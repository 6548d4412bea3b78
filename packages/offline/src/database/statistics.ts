import type { Migration } from './migration.ts';

/**
 * How many rows an index is about to find, as `ANALYZE` would write it down: the rows of the table, then those of one value
 * of each column. Without it the planner takes the index of states for the best way to one record's events. There are only
 * five states.
 */
export const statistics: Migration = {
  number: 13,
  name: 'which index finds few events, and which finds many',
  statements: [
    'ANALYZE',
    'DELETE FROM sqlite_stat1',
    `INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
      ('event_log', 'sqlite_autoindex_event_log_1', '100000 1'),
      ('event_log', 'event_log_own_sequence', '100000 100000 1'),
      ('event_log', 'event_log_record', '100000 2 1'),
      ('event_log', 'event_log_mirror', '10000 5000'),
      ('event_log', 'event_log_status', '100000 25000'),
      ('event_log', 'event_log_stretch', '100000 1000')`,
    // Read when the file is opened, and now.
    'ANALYZE sqlite_schema',
  ],
};

/** Each index is a page more that saving an entry writes and waits for (ADR 81). */
export const fewerPages: Migration = {
  number: 19,
  name: 'no index on what only an export asks for, nor on readings that the server does not have',
  statements: [
    'DROP INDEX event_log_stretch',
    'DROP INDEX production_data_server_id',
    'CREATE INDEX production_data_server_id ON production_data (server_id) WHERE server_id IS NOT NULL',
  ],
};
