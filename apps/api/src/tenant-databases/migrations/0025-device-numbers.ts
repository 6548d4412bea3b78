import type { Migration } from '../../database/migrator.ts';

/** What an entry could know of its own device's others is told by their numbers (ADR 78). */
export const deviceNumbers: Migration = {
  name: '0025-device-numbers',
  sql: 'alter table event_log add column device_sequence bigint',
};
