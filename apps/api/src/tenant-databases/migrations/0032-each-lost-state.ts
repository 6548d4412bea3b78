import type { Migration } from '../../database/migrator.ts';

export const eachLostState: Migration = {
  name: '0032-each-lost-state',
  sql: `
    -- Of a record each state that a restore lost, until somebody has decided on it (ADR 86). Two restores may lose two of them.
    alter table recovered_records
      add state_id uuid not null default gen_random_uuid(),
      -- A deletion says nothing of the values before it.
      add state text not null generated always as (
        case when deleted then 'DELETED' else md5((jsonb_strip_nulls(data) - 'updatedAt')::text) end) stored,
      -- A reading is known by its well and day: made again, it has another id.
      add record_key text not null generated always as (
        coalesce((data ->> 'wellId') || '|' || (data ->> 'productionDate'), record_id::text)) stored;
    alter table recovered_records drop constraint recovered_records_pkey;
    alter table recovered_records add primary key (state_id);
    create unique index recovered_states on recovered_records (entity, record_id, state);
    create index recovered_records_of_key on recovered_records (entity, record_key);
  `,
};
