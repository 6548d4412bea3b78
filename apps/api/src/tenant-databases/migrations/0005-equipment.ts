import type { Migration } from '../../database/migrator.ts';

/** What tenants from before start with; a migration never imports what may change. */
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

export const equipment: Migration = {
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
};
