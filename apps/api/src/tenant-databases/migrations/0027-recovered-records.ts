import type { Migration } from '../../database/migrator.ts';

export const recoveredRecords: Migration = {
  name: '0027-recovered-records',
  sql: `
    -- What devices had pulled and the server lost when it was put back: for managers to take over (ADR 86).
    create table recovered_records (
      entity text not null,
      record_id uuid not null,
      version bigint not null,
      deleted boolean not null,
      data jsonb not null,
      device_id uuid not null references devices (id),
      user_id uuid not null,
      received_at timestamptz not null,
      done_at timestamptz,
      done_by uuid,
      primary key (entity, record_id)
    );
    create index recovered_records_of_device on recovered_records (device_id);
  `,
};
