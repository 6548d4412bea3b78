/** The tenants' stream of migrations. Append; never change one that has shipped. */
import type { Migration } from '../database/migrator.ts';

/** What tenants from before 0005 start with; a migration never imports what may change. */
const INITIAL_SERVICE_INTERVALS = {
  PUMP_JACK: { ROUTINE: 90, REPAIR: 90, INSPECTION: 180 },
  TANK: { ROUTINE: 365, REPAIR: 365, INSPECTION: 365 },
  SEPARATOR: { ROUTINE: 180, REPAIR: 180, INSPECTION: 365 },
  HEATER_TREATER: { ROUTINE: 180, REPAIR: 180, INSPECTION: 365 },
  COMPRESSOR: { ROUTINE: 60, REPAIR: 60, INSPECTION: 180 },
  ESP: { ROUTINE: 180, REPAIR: 180, INSPECTION: 365 },
  METER: { ROUTINE: 180, REPAIR: 180, INSPECTION: 180 },
  FLOWLINE: { ROUTINE: 365, REPAIR: 365, INSPECTION: 180 },
  VALVE: { ROUTINE: 365, REPAIR: 365, INSPECTION: 365 },
};

export const TENANT_MIGRATIONS: readonly Migration[] = [
  {
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
  },
  {
    name: '0002-tenant-and-users',
    sql: `
      create type conflict_policy as enum ('LAST_WRITE_WINS', 'PROMPT');
      create table tenant_settings (
        only_row boolean primary key default true check (only_row),
        name text not null,
        time_zone text not null,
        conflict_policy conflict_policy not null,
        variance_threshold_percent numeric(6,2) not null,
        updated_at timestamptz not null,
        version integer not null
      );

      create type user_role as enum ('VIEWER', 'OPERATOR', 'MANAGER', 'ADMIN');
      create type user_status as enum ('ACTIVE', 'SUSPENDED');
      create table users (
        id uuid primary key,
        email text not null,
        name text not null,
        role user_role not null,
        status user_status not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        deleted_at timestamptz,
        version integer not null
      );
      create unique index users_email on users (email) where deleted_at is null;

      -- Not projections of the log: no secret ever enters it.
      create table user_credentials (
        user_id uuid primary key references users (id),
        password_hash text not null,
        last_login_at timestamptz
      );
      create table sessions (
        id uuid primary key,
        user_id uuid not null references users (id),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_because text
      );
      create index sessions_user on sessions (user_id);
      create table refresh_tokens (
        token_hash bytea primary key,
        session_id uuid not null references sessions (id) on delete cascade,
        created_at timestamptz not null,
        used_at timestamptz
      );
      create index refresh_tokens_session on refresh_tokens (session_id);
    `,
  },
  {
    name: '0003-wells',
    sql: `
      create type well_status as enum ('ACTIVE', 'SHUT_IN', 'INACTIVE', 'PLUGGED');
      -- As people count: #2 comes before #10.
      create collation natural_order (provider = icu, locale = 'und-u-kn-true');
      create table wells (
        id uuid primary key,
        api_number text not null,
        name text collate natural_order not null,
        lease text,
        field text,
        operator text,
        latitude numeric(10,7),
        longitude numeric(10,7),
        status well_status not null,
        spud_date date,
        route text collate natural_order,
        route_position integer,
        operator_ids uuid[] not null default '{}',
        created_at timestamptz not null,
        updated_at timestamptz not null,
        deleted_at timestamptz,
        version integer not null,
        check ((latitude is null) = (longitude is null))
      );
      create unique index wells_api_number on wells (api_number) where deleted_at is null;
    `,
  },
  {
    name: '0004-production',
    sql: `
      create type entry_method as enum ('MANUAL', 'SCADA', 'MOBILE', 'ELECTRON');
      create table production_data (
        id uuid primary key,
        well_id uuid not null references wells (id),
        production_date date not null,
        oil_volume numeric(10,2) check (oil_volume >= 0),
        gas_volume numeric(10,2) check (gas_volume >= 0),
        water_volume numeric(10,2) check (water_volume >= 0),
        entry_method entry_method not null,
        notes text,
        location jsonb,
        created_by uuid not null,
        updated_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        deleted_at timestamptz,
        version integer not null,
        check (num_nonnulls(oil_volume, gas_volume, water_volume) > 0)
      );
      -- Unique with deleted rows too: a record that is made again goes on from the deleted one's version.
      create unique index idx_production_well_date on production_data (well_id, production_date);
      create index idx_production_date on production_data (production_date);

      create type product as enum ('OIL', 'GAS', 'WATER');
      create type alert_kind as enum ('CHANGED', 'STOPPED', 'RESUMED');
      create type alert_status as enum ('OPEN', 'ACKNOWLEDGED', 'CLEARED');
      create table variance_alerts (
        id uuid primary key,
        well_id uuid not null references wells (id),
        production_date date not null,
        product product not null,
        kind alert_kind not null,
        previous_value numeric(10,2) not null,
        current_value numeric(10,2) not null,
        change_percent numeric(16,2),
        status alert_status not null,
        acknowledged_by uuid,
        acknowledged_at timestamptz,
        comment text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null
      );
      create unique index variance_alerts_well_date on variance_alerts (well_id, production_date, product);
      create index variance_alerts_open on variance_alerts (production_date) where status = 'OPEN';
    `,
  },
  {
    name: '0005-equipment',
    sql: `
      create type equipment_type as enum ('PUMP_JACK', 'TANK', 'SEPARATOR', 'HEATER_TREATER', 'COMPRESSOR', 'ESP',
        'METER', 'FLOWLINE', 'VALVE', 'OTHER');
      create type equipment_status as enum ('OPERATIONAL', 'MAINTENANCE', 'FAILED');
      create table equipment (
        id uuid primary key,
        well_id uuid not null references wells (id),
        equipment_type equipment_type not null,
        serial_number varchar(100) collate natural_order not null,
        asset_tag varchar(100),
        manufacturer varchar(255),
        model varchar(255),
        installation_date date,
        status equipment_status not null,
        service_interval_days integer check (service_interval_days > 0),
        created_by uuid not null,
        updated_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        deleted_at timestamptz,
        version integer not null
      );
      create unique index equipment_serial_number on equipment (lower(serial_number)) where deleted_at is null;
      create index equipment_well on equipment (well_id);

      create type maintenance_type as enum ('ROUTINE', 'REPAIR', 'INSPECTION');
      create table equipment_maintenance (
        id uuid primary key,
        equipment_id uuid not null references equipment (id),
        maintenance_date date not null,
        maintenance_type maintenance_type not null,
        description text not null,
        technician varchar(255),
        cost numeric(10,2) check (cost >= 0),
        next_maintenance_date date,
        equipment_status equipment_status,
        location jsonb,
        -- Below the tenant's folder of the storage.
        photo_urls text[] not null default '{}',
        created_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null
      );
      create index equipment_maintenance_item on equipment_maintenance (equipment_id, maintenance_date desc);
      create index equipment_maintenance_date on equipment_maintenance (maintenance_date);

      create type photo_state as enum ('WAITING', 'STORED', 'MISSING');
      create table photos (
        id uuid primary key,
        alias_ids uuid[] not null default '{}',
        equipment_id uuid not null references equipment (id),
        sha256 text not null,
        size_bytes integer not null,
        content_type text not null,
        taken_at timestamptz,
        location jsonb,
        state photo_state not null,
        width integer,
        height integer,
        has_thumbnail boolean not null,
        created_by uuid not null,
        device_id uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version integer not null,
        unique (equipment_id, sha256)
      );
      create index photos_alias on photos using gin (alias_ids);
      create index photos_unsettled on photos (state) where state <> 'STORED';

      alter table tenant_settings add service_intervals jsonb;
      update tenant_settings set service_intervals = '${JSON.stringify(INITIAL_SERVICE_INTERVALS)}';
      alter table tenant_settings alter service_intervals set not null;
    `,
  },
  {
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
  },
  {
    name: '0007-merged-records',
    sql: `
      -- Two people may each clear what the other left; what one entry clears is judged by the rules.
      alter table production_data drop constraint production_data_check;

      -- Each write of a history tells which values it changed and cleared, and what its device was looking at.
      update field_histories h set writes = (
        select jsonb_agg(w.write || jsonb_build_object(
          'baseVersion', case when w.write ->> 'deviceId' is not null and l.event_type not like 'CONFLICT_%'
            then coalesce(l.base_version, 0) end,
          'changed', case when (w.write -> 'changed')::boolean then f.fields else '[]' end,
          'cleared', f.cleared) order by w.place)
        from jsonb_array_elements(h.writes) with ordinality w (write, place)
        left join event_log l on l.event_id = (w.write ->> 'eventId')::uuid
        cross join lateral (
          select coalesce(jsonb_agg(k order by k collate "C"), '[]') as fields,
            coalesce(jsonb_agg(k order by k collate "C")
              filter (where l.payload -> k = 'null' and l.event_type like '%_UPDATED'), '[]') as cleared
          from jsonb_object_keys(w.write -> 'clocks') k) f);

      -- The wells that an item has left: who carries one of them may still have the item.
      create table equipment_left_wells (
        equipment_id uuid not null references equipment (id),
        well_id uuid not null references wells (id),
        primary key (equipment_id, well_id)
      );
      insert into equipment_left_wells
        select distinct e.id, l.well_id
        from (select record_id, (payload ->> 'wellId')::uuid as well_id from event_log
          where event_type in ('EQUIPMENT_CREATED', 'EQUIPMENT_UPDATED') and payload ? 'wellId') l
        join equipment e on e.id = l.record_id and e.well_id <> l.well_id;
    `,
  },
];
