import type { Migration } from '../../database/migrator.ts';

export const eventLog: Migration = {
  name: '0001-event-log',
  sql: `
    create type event_source as enum ('WEB', 'IMPORT', 'ELECTRON', 'MOBILE', 'SYSTEM');
    -- Append-only and hash-chained: everything that was ever changed, in commit order.
    create table event_log (
      sequence bigint primary key,
      event_id uuid not null unique,
      event_type text not null,
      aggregate_id uuid not null,
      record_id uuid not null,
      base_version integer,
      payload jsonb not null,
      user_id uuid,
      device_id uuid,
      source event_source not null,
      occurred_at timestamptz not null,
      received_at timestamptz not null,
      hash bytea not null
    );
    create index event_log_record on event_log (record_id);
    create index event_log_received on event_log using brin (received_at);
    create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the event log is append-only'; end $$;
    create trigger event_log_append_only before update or delete or truncate on event_log
      for each statement execute function refuse_change();
  `,
};
