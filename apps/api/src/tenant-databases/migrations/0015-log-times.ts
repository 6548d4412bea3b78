import type { Migration } from '../../database/migrator.ts';

export const logTimes: Migration = {
  name: '0015-log-times',
  sql: `
    -- What a row's hash covers; rows from before are in format 1, and stay as they are.
    alter table event_log add column chain_format smallint not null default 1,
      -- The log's own time, which only rises; received_at is the server's real one.
      add column logged_at timestamptz,
      -- Since when the clock is right again, while the log's own time lies ahead of it.
      add column set_right_at timestamptz,
      -- By how much a device's clock was set right.
      add column clock_offset_ms bigint;
    alter table event_log alter column chain_format drop default;
    -- Empty unless a server's clock ever was ahead.
    create index event_log_set_right on event_log (sequence) where set_right_at is not null;
  `,
};
