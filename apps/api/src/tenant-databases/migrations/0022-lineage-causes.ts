import type { Migration } from '../../database/migrator.ts';

export const lineageCauses: Migration = {
  name: '0022-lineage-causes',
  sql: `
    -- What showed that the server was put back, and whose device. Who ended the wait for what was lost.
    alter table lineages add column cause text;
    alter table lineages add column device_id uuid;
    alter table lineages add column user_id uuid;
    alter table lineages add column closed_by uuid;
    update lineages set closed_by = e.user_id from event_log e
    where e.event_type = 'LINEAGE_CLOSED' and e.received_at = closed_at;
  `,
};
