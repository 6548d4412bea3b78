import type { Migration } from '../../database/migrator.ts';

export const sync: Migration = {
  name: '0006-sync',
  sql: `
    -- Which event of the log last touched a record: what a device asks for from a cursor on.
    alter table wells add log_sequence bigint not null default 0;
    alter table production_data add log_sequence bigint not null default 0;
    alter table variance_alerts add log_sequence bigint not null default 0;
    alter table equipment add log_sequence bigint not null default 0;
    alter table equipment_maintenance add log_sequence bigint not null default 0;
    create index wells_feed on wells (log_sequence);
    create index production_data_feed on production_data (log_sequence);
    create index variance_alerts_feed on variance_alerts (log_sequence);
    create index equipment_feed on equipment (log_sequence);
    create index equipment_maintenance_feed on equipment_maintenance (log_sequence);

    -- Who wrote which field when; a record without a row here has only its creation.
    create table field_histories (
      record_id uuid primary key,
      writes jsonb not null
    );

    create type conflict_outcome as enum ('MERGE', 'OVERWRITE', 'SKIP', 'USER_PROMPT');
    create type conflict_status as enum ('OPEN', 'SETTLED', 'RESOLVED', 'UNDONE');
    create type conflict_choice as enum ('EXISTING', 'INCOMING', 'MERGED');
    create table conflicts (
      id uuid primary key,
      event_id uuid not null unique,
      event_type text not null,
      entity text not null,
      record_id uuid not null,
      well_id uuid not null references wells (id),
      production_date date,
      outcome conflict_outcome not null,
      reason text not null,
      fields text[] not null,
      existing_data jsonb not null,
      incoming_data jsonb not null,
      existing jsonb not null,
      incoming jsonb not null,
      status conflict_status not null,
      choice conflict_choice,
      resolved_by uuid,
      resolved_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      log_sequence bigint not null default 0
    );
    create index conflicts_feed on conflicts (log_sequence);
    create index conflicts_record on conflicts (record_id);
    create index conflicts_open on conflicts (created_at) where status = 'OPEN';

    create type device_platform as enum ('ELECTRON', 'IOS', 'ANDROID', 'WEB');
    create table devices (
      id uuid primary key,
      name text not null,
      platform device_platform not null,
      user_id uuid not null references users (id),
      registered_at timestamptz not null,
      revoked_at timestamptz,
      version integer not null
    );
    -- Not projections of the log: secrets, and what is only of the moment.
    create table device_states (
      device_id uuid primary key references devices (id),
      sealed_key bytea not null,
      app_version text,
      last_seen_at timestamptz,
      clock_skew_seconds integer
    );
    -- What became of every event that a device sent. Only an event with a valid signature is settled by it.
    create table device_events (
      event_id uuid not null,
      content_hash bytea not null,
      is_settled boolean not null,
      device_id uuid not null,
      device_sequence bigint,
      user_id uuid,
      event_type text,
      outcome jsonb not null,
      -- Kept whole where it was refused: nothing that was typed is gone.
      refused text,
      received_at timestamptz not null,
      primary key (event_id, content_hash)
    );
    create index device_events_sequence on device_events (device_id, device_sequence) where is_settled;
    create index device_events_refused on device_events (received_at) where refused is not null;
    -- Who has synced with a device: what they enter on it counts with their own role, whoever sends it.
    create table device_users (
      device_id uuid not null references devices (id),
      user_id uuid not null references users (id),
      last_seen_at timestamptz not null,
      primary key (device_id, user_id)
    );

    create table sync_batches (
      idempotency_key uuid not null,
      user_id uuid not null,
      body_hash bytea not null,
      -- To the byte what was answered: jsonb would put its keys in another order.
      answer json not null,
      received_at timestamptz not null,
      primary key (user_id, idempotency_key)
    );
    create index sync_batches_received on sync_batches (received_at);
    alter table sessions add device_id uuid references devices (id);
  `,
};
