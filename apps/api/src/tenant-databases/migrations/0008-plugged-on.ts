import type { Migration } from '../../database/migrator.ts';

export const pluggedOn: Migration = {
  name: '0008-plugged-on',
  sql: `
    alter table wells add column plugged_on date check (plugged_on is null or status = 'PLUGGED');
    -- As the rules say of a well that is plugged without a day: the day on which the office said so.
    update wells w set plugged_on = (
      select (l.received_at at time zone s.time_zone)::date from event_log l, tenant_settings s
      where l.record_id = w.id and l.payload ->> 'status' = 'PLUGGED' order by l.sequence limit 1)
    where status = 'PLUGGED';
  `,
};
