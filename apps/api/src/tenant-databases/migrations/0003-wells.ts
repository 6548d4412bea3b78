import type { Migration } from '../../database/migrator.ts';

export const wells: Migration = {
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
};
