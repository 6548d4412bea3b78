import type { Migration } from './migration.ts';

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
