import type { Migration } from '../../database/migrator.ts';

export const devicesEnd: Migration = {
  name: '0016-devices-end',
  sql: `
    -- A device that retires sends what waits on it and then empties itself; what it told of being put back stands until
    -- somebody has looked.
    alter table devices add column retired_at timestamptz, add column wiped_at timestamptz, add column recovery jsonb;
  `,
};
