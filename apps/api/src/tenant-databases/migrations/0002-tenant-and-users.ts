import type { Migration } from '../../database/migrator.ts';

export const tenantAndUsers: Migration = {
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
};
