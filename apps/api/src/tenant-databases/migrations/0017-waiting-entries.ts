import type { Migration } from '../../database/migrator.ts';

export const waitingEntries: Migration = {
  name: '0017-waiting-entries',
  sql: `
    -- Entries of devices that were not taken and that a person may still enter.
    create table waiting_entries (
      event_id uuid primary key,
      kind text not null,
      device_id uuid not null references devices (id),
      device_sequence bigint not null,
      user_id uuid not null,
      carrier_id uuid not null,
      content_hash bytea not null,
      event jsonb not null,
      received_at timestamptz not null,
      done_at timestamptz,
      done_by uuid
    );
    create index waiting_entries_open on waiting_entries (received_at) where done_at is null;
    -- Keys that ended verify nothing, and still tell what their person may confirm.
    alter table person_keys add column ended_at timestamptz;
  `,
};
