import type { Migration } from '../../database/migrator.ts';

export const mergedRecords: Migration = {
  name: '0007-merged-records',
  sql: `
    -- Two people may each clear what the other left; what one entry clears is judged by the rules.
    alter table production_data drop constraint production_data_check;

    -- Each write of a history tells which values it changed and cleared, and what its device was looking at.
    update field_histories h set writes = (
      select jsonb_agg(w.write || jsonb_build_object(
        'baseVersion', case when w.write ->> 'deviceId' is not null and l.event_type not like 'CONFLICT_%'
          then coalesce(l.base_version, 0) end,
        'changed', case when (w.write -> 'changed')::boolean then f.fields else '[]' end,
        'cleared', f.cleared) order by w.place)
      from jsonb_array_elements(h.writes) with ordinality w (write, place)
      left join event_log l on l.event_id = (w.write ->> 'eventId')::uuid
      cross join lateral (
        select coalesce(jsonb_agg(k order by k collate "C"), '[]') as fields,
          coalesce(jsonb_agg(k order by k collate "C")
            filter (where l.payload -> k = 'null' and l.event_type like '%_UPDATED'), '[]') as cleared
        from jsonb_object_keys(w.write -> 'clocks') k) f);

    -- The wells that an item has left: who carries one of them may still have the item.
    create table equipment_left_wells (
      equipment_id uuid not null references equipment (id),
      well_id uuid not null references wells (id),
      primary key (equipment_id, well_id)
    );
    insert into equipment_left_wells
      select distinct e.id, l.well_id
      from (select record_id, (payload ->> 'wellId')::uuid as well_id from event_log
        where event_type in ('EQUIPMENT_CREATED', 'EQUIPMENT_UPDATED') and payload ? 'wellId') l
      join equipment e on e.id = l.record_id and e.well_id <> l.well_id;
  `,
};
