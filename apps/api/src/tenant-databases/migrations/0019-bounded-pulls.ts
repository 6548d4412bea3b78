import type { Migration } from '../../database/migrator.ts';

export const boundedPulls: Migration = {
  name: '0019-bounded-pulls',
  sql: `
    -- All items come to every device: nobody has to be told that one has left their wells.
    drop table equipment_left_wells;
    -- Sets of wells that cursors name by their fingerprint.
    create table feed_scopes (
      fingerprint text primary key,
      well_ids uuid[] not null
    );
    -- What a device has sent: readings before its window come to it with these.
    create index event_log_device on event_log (device_id, sequence) where device_id is not null;
  `,
};
