import type { Migration } from '../../database/migrator.ts';

export const managersTakingBack: Migration = {
  name: '0031-managers-taking-back',
  sql: `
    -- What a manager took back on a device holds for all that the device sent before (ADR 90). Who was one then, the account says if it is as it was.
    update field_histories h set writes = (
      select jsonb_agg(case when w.write ? 'isTakingBack' and u.id is not null
        then w.write || '{"isOfAll": true}' else w.write end order by w.place)
      from jsonb_array_elements(h.writes) with ordinality w (write, place)
      left join users u on u.id::text = w.write ->> 'userId' and u.role in ('MANAGER', 'ADMIN') and u.status = 'ACTIVE'
        and u.deleted_at is null and u.updated_at <= (w.write ->> 'occurredAt')::timestamptz)
    where jsonb_path_exists(h.writes, '$[*].isTakingBack');
  `,
};
