import type { Migration } from '../../database/migrator.ts';

/** What an event wanted a reading's field `k` to be; `l` is its row of the log, `c` the conflict that it is about. */
const WANTED = `
  case
    when k = 'deleted' then to_jsonb(l.event_type <> 'CONFLICT_UNDONE' or c.outcome <> 'OVERWRITE')
    when l.event_type = 'CONFLICT_UNDONE' and c.outcome = 'OVERWRITE' then c.existing_data -> k
    when l.event_type = 'CONFLICT_UNDONE' or l.payload ->> 'choice' = 'INCOMING' then c.incoming_data -> k
    when l.event_type = 'CONFLICT_RESOLVED' then l.payload -> 'values' -> k
    when l.event_type = 'PRODUCTION_DELETED' then null
    else l.payload -> k
  end`;

/** How and where an event entered a reading. */
const ENTRY = `jsonb_build_object('location', coalesce(l.payload -> 'location', 'null'), 'entryMethod',
  case l.source when 'IMPORT' then 'SCADA' when 'WEB' then 'MANUAL' when 'SYSTEM' then 'MANUAL' else l.source::text end)`;

export const takenBack: Migration = {
  name: '0014-taken-back',
  sql: `
    alter type conflict_status add value if not exists 'WITHDRAWN';

    -- Of readings, each write keeps what it wanted: what is left counts when a later one is taken back.
    update field_histories h set writes = (
      select jsonb_agg((w.write - 'cleared') || jsonb_build_object('values', case when p.id is null then '{}' else f.wanted end)
        || case when p.id is null or l.event_type = 'PRODUCTION_DELETED' or w.write -> 'clocks' ? 'deleted' then '{}'
          else jsonb_build_object('entry', ${ENTRY}) end order by w.place)
      from jsonb_array_elements(h.writes) with ordinality w (write, place)
      left join production_data p on p.id = h.record_id
      left join event_log l on l.event_id = (w.write ->> 'eventId')::uuid
      left join conflicts c on c.id = l.aggregate_id and l.event_type like 'CONFLICT_%'
      cross join lateral (
        select coalesce(jsonb_object_agg(k, coalesce(${WANTED}, 'null')), '{}') as wanted
        from jsonb_object_keys(w.write -> 'clocks') k) f);

    -- What waits for a person to choose is kept with the other writes.
    update field_histories h set writes = (
      select jsonb_agg(w.write order by w.sequence) from (
        select write, e.sequence from jsonb_array_elements(h.writes) write
          join event_log e on e.event_id = (write ->> 'eventId')::uuid
        union all
        select jsonb_build_object('eventId', l.event_id, 'deviceId', l.device_id, 'userId', l.user_id,
          'occurredAt', c.incoming -> 'occurredAt', 'baseVersion', coalesce(l.base_version, 0),
          'knownFrom', (c.existing_data ->> 'version')::integer + 1, 'changed', '[]'::jsonb, 'clocks', '{}'::jsonb,
          'isHeld', true, 'values', case when l.event_type = 'PRODUCTION_DELETED' then '{"deleted": true}' else (
            select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(l.payload)
            where key not in ('productionDate', 'location') and (value <> 'null' or l.event_type like '%_UPDATED')) end)
          || case when l.event_type = 'PRODUCTION_DELETED' then '{}' else jsonb_build_object('entry', ${ENTRY}) end,
          l.sequence
        from conflicts c join event_log l on l.event_id = c.event_id
        where c.record_id = h.record_id and c.outcome = 'USER_PROMPT' and l.sequence > (
          select min(e.sequence) from jsonb_array_elements(h.writes) first
            join event_log e on e.event_id = (first ->> 'eventId')::uuid)) w)
    where h.record_id in (select record_id from conflicts where entity = 'PRODUCTION' and outcome = 'USER_PROMPT');

    -- A deletion by an author who knew nothing but their own writes took them back.
    update field_histories h set writes = (
      select jsonb_agg(case when w.place < jsonb_array_length(h.writes)
        then w.write || jsonb_build_object('takenBackBy', jsonb_build_array(h.writes -> -1 -> 'eventId'))
        else w.write || jsonb_build_object('clocks', '{}'::jsonb, 'isTakingBack', true,
          'changed', g.fields, 'values', g.empty) end order by w.place)
      from jsonb_array_elements(h.writes) with ordinality w (write, place),
        (select coalesce(jsonb_agg(k order by k collate "C"), '[]') as fields, coalesce(jsonb_object_agg(k, null), '{}') as empty
          from jsonb_each(jsonb_build_object('oilVolume', p.oil_volume, 'gasVolume', p.gas_volume,
            'waterVolume', p.water_volume, 'notes', p.notes)) v (k, value) where value <> 'null') g)
    from production_data p
    where p.id = h.record_id and p.deleted_at is not null
      and h.writes -> -1 -> 'clocks' ? 'deleted' and not h.writes -> 0 -> 'clocks' ? 'deleted'
      and not exists (
        select from jsonb_array_elements(h.writes) write
        where write ->> 'userId' is distinct from h.writes -> -1 ->> 'userId'
          or (h.writes -> -1 ->> 'baseVersion' is not null and write ->> 'eventId' <> h.writes -> -1 ->> 'eventId'
            and (write ->> 'knownFrom')::integer > (h.writes -> -1 ->> 'baseVersion')::integer
            and write ->> 'deviceId' is distinct from h.writes -> -1 ->> 'deviceId'));
  `,
};
