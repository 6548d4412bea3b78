import type { Migration } from '../../database/migrator.ts';

export const lineages: Migration = {
  name: '0012-lineages',
  sql: `
    -- A lineage begins when the server was put back to an older state; the first one has no row.
    create table lineages (
      id integer primary key,
      version_floor integer not null,
      begun_at timestamptz not null,
      closed_at timestamptz
    );
    -- The newest lineage that a device has met.
    alter table device_states add column lineage integer not null default 0;
    -- Numbers of entries that were refused or skipped, and that the server lost: they are no holes.
    create table device_closed_numbers (
      device_id uuid not null references devices (id),
      device_sequence bigint not null,
      primary key (device_id, device_sequence)
    );
  `,
};
