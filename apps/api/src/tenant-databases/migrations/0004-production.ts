import type { Migration } from '../../database/migrator.ts';

export const production: Migration = {
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
};
