import type { Migration } from '../../database/migrator.ts';

export const personKeys: Migration = {
  name: '0010-person-keys',
  sql: `
    -- Each person has a signing key of their own on each device. Former ones verify what they signed; those of a device
    -- that was revoked verify nothing.
    create table person_keys (
      device_id uuid not null references devices (id),
      user_id uuid not null references users (id),
      issued_at timestamptz not null,
      replaced_at timestamptz,
      sealed_key bytea not null,
      primary key (device_id, user_id, issued_at)
    );
    -- A device proves itself by a secret of its own, which is kept as a hash.
    alter table device_states drop column sealed_key, add column secret_hash bytea,
      add column unsigned_events bigint not null default 0;
    drop table device_users;

    -- Who sent an event, where that is not its author, and whether it came after its author's rights had ended.
    alter table event_log add column carrier_id uuid, add column author_left boolean;

    -- What no author signed leaves nothing but a count.
    delete from device_events where not is_settled;
    alter table device_events drop constraint device_events_pkey, drop column is_settled,
      add primary key (event_id);
    create index device_events_sequence on device_events (device_id, device_sequence);
  `,
};
