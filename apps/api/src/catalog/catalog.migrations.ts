/** The catalog's stream of migrations. Append; never change one that has shipped. */
import type { Migration } from '../database/migrator.ts';
import type { Grants } from '../database/database-users.ts';

/** Where a tenant's database is, no request decides. Granted after migrations: what changes here needs one. */
export const CATALOG_GRANTS: Grants = (role) => [
  `grant select on all tables in schema public to ${role}`,
  `grant update (name, status, time_zone, conflict_policy) on tenants to ${role}`,
  `grant insert, update, delete on rate_limits to ${role}`,
];

export const CATALOG_MIGRATIONS: readonly Migration[] = [
  {
    name: '0001-tenants',
    sql: `
      create type tenant_status as enum ('TRIAL', 'ACTIVE', 'SUSPENDED');
      create type conflict_policy as enum ('LAST_WRITE_WINS', 'PROMPT');
      create table tenants (
        id uuid primary key,
        slug text not null unique,
        name text not null,
        status tenant_status not null,
        time_zone text not null,
        conflict_policy conflict_policy not null,
        server text not null,
        database text not null,
        created_at timestamptz not null default now(),
        unique (server, database)
      );
      comment on table tenants is
        'name, time_zone and conflict_policy mirror tenant_settings of the tenant database, which decides';
    `,
  },
  {
    name: '0002-rate-limits',
    sql: `
      -- Counts of attempts, shared by all API processes; losing them in a crash loses nothing of value.
      create unlogged table rate_limits (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
    `,
  },
  {
    name: '0003-rate-limits-end',
    sql: `
      -- Those whose time is over are looked for each minute.
      create index rate_limits_expire on rate_limits (expire);
    `,
  },
  {
    name: '0004-demo-tenants',
    sql: `
      alter table tenants add column is_demo boolean not null default false;
      -- Those that starts have made until now; no other way of making a tenant gives it one of these names by itself.
      update tenants set is_demo = true
        where (slug, name) in (('acme', 'Acme Petroleum'), ('bravo', 'Bravo Energy'));
    `,
  },
];
