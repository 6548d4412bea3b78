import type { Migration } from '../../database/migrator.ts';

export const broughtBack: Migration = {
  name: '0020-brought-back',
  sql: `
    -- An undo that brought a record back is a change of each value that the deletion met.
    update field_histories h set writes = (
      select jsonb_agg(case when b.changed is null then w.write else w.write || jsonb_build_object(
          'changed', b.changed, 'clocks', (w.write -> 'clocks') || b.clocks,
          'values', case when p.id is null then '{}' else (w.write -> 'values') || b.given end) end order by w.place)
      from jsonb_array_elements(h.writes) with ordinality w (write, place)
      left join production_data p on p.id = h.record_id
      left join lateral (
        select jsonb_agg(v.k order by v.k collate "C") as changed,
          jsonb_object_agg(v.k, v.given) filter (where v.k <> 'deleted') as given,
          jsonb_object_agg(v.k, v.clock) filter (where v.k <> 'deleted') as clocks
        from (
          select e.k, e.given, greatest(
            extract(epoch from (w.write ->> 'occurredAt')::timestamptz) * 1000,
            (select max((o.write -> 'clocks' ->> e.k)::bigint) + 1
              from jsonb_array_elements(h.writes) with ordinality o (write, place) where o.place < w.place))::bigint as clock
          from event_log l join conflicts c on c.id = l.aggregate_id,
            lateral (select * from jsonb_each(c.existing_data) union all select 'deleted', 'false') e (k, given)
          where l.event_id = (w.write ->> 'eventId')::uuid and l.event_type = 'CONFLICT_UNDONE'
            and c.outcome = 'OVERWRITE' and c.event_type like '%_DELETED'
            and e.given <> 'null' and e.k not in ('id', 'productionDate', 'version')) v) b on true)
    where h.record_id in (
      select record_id from conflicts where status = 'UNDONE' and outcome = 'OVERWRITE' and event_type like '%_DELETED');
  `,
};
