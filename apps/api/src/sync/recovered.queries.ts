/** Records that a server lost when it was put back and a device still had: kept, read beside what stands, and done with. */
import {
  RECOVERED_ENTITIES,
  type RecordValues,
  type RecoveredEntity,
  type RecoveredRecord,
} from '@wellpulse/contracts';
import { lostRecordKey, operatorsOf, withoutGonePeople, type CurrentRecord } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toEquipmentRow, toMaintenance, toProductionRow, toWellRow } from '../write-path/records.ts';
import { RECOVERED_KEPT_BYTES } from './retention.ts';

type Rows = TenantSchema;

/** Whether there is room for more from a device. */
export async function hasRoomFor(db: TenantDb, deviceId: string): Promise<boolean> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(pg_column_size(data)), 0) as bytes from recovered_records
    where device_id = ${deviceId}`.execute(db);
  return (rows[0]?.bytes ?? 0) < RECOVERED_KEPT_BYTES;
}

/**
 * Keeps those that this server lost, as the rule of `isLost` says: each state of a record (`lostStateKey`) once, as of its latest moment,
 * whoever brings it. Only a later moment (`isLaterState`) opens again what somebody has decided on. Returns how many were kept.
 */
export async function keepRecovered(
  db: TenantDb,
  records: readonly RecoveredRecord[],
  from: {
    readonly deviceId: string;
    readonly userId: string;
    readonly receivedAt: string;
  },
): Promise<number> {
  if (records.length === 0) return 0;
  const { rows } = await sql`
    insert into recovered_records (entity, record_id, version, deleted, data, device_id, user_id, received_at)
    select distinct on (entity, id, state) entity, id, version, deleted, data,
      ${from.deviceId}::uuid, ${from.userId}::uuid, ${from.receivedAt}::timestamptz
    from json_to_recordset(${JSON.stringify(records)}::json)
      as given (entity text, id uuid, version bigint, deleted boolean, data jsonb)
    cross join lateral (select case when deleted then 'DELETED'
      else (jsonb_strip_nulls(data) - 'updatedAt')::text end as state) of_state
    cross join lateral (select array(
      select given.id
      union all select m.id from equipment_maintenance m where m.equipment_id = given.id
      union all select c.id from conflicts c where c.record_id = given.id) as ids) changed_by
    where case
      when entity = 'MAINTENANCE' then not exists (select from equipment_maintenance m where m.id = given.id)
      else not exists (select from event_log l
        where l.record_id = any(changed_by.ids) and l.received_at = ${momentOf('given')})
      end
    order by entity, id, state, version desc, ${momentOf('given')} desc nulls last
    on conflict (entity, record_id, state) do update set version = excluded.version, deleted = excluded.deleted,
      data = excluded.data, device_id = excluded.device_id, user_id = excluded.user_id,
      received_at = excluded.received_at, done_at = null, done_by = null
    where (recovered_records.version, ${momentOf('recovered_records')}) < (excluded.version, ${momentOf('excluded')})
      and (excluded.deleted and ${momentOf('recovered_records')} = ${momentOf('excluded')}) is not true
    returning 1`.execute(db);
  return rows.length;
}

/** When the change came that made a state; null where no app says it. */
const momentOf = (of: 'given' | 'recovered_records' | 'excluded' | 'r' | 'other'): RawBuilder<unknown> => {
  const [deleted, data] = ['deleted', 'data'].map((column) => sql.ref(`${of}.${column}`));
  return sql`(${data} ->> case when ${deleted} then 'deletedAt' else 'updatedAt' end)::timestamptz`;
};

/** A lost state of a record, where it belongs, and what stands in its place. */
export interface RecoveredLineRead extends RecoveredRecord {
  readonly stateId: string;
  readonly recordKey: string;
  readonly isNewest: boolean;
  readonly deviceId: string;
  readonly deviceName: string | null;
  readonly userName: string | null;
  readonly receivedAt: string;
  readonly wellName: string | null;
  readonly subject: string | null;
  readonly standing: CurrentRecord | undefined;
}

interface Line {
  readonly entity: RecoveredEntity;
  readonly id: string;
  readonly version: number;
  readonly deleted: boolean;
  readonly data: RecordValues;
  readonly state_id: string;
  readonly record_key: string;
  readonly is_newest: boolean;
  readonly device_id: string;
  readonly received_at: string;
  readonly device_name: string | null;
  readonly user_name: string | null;
  readonly well_name: string | null;
  readonly subject: string | null;
  readonly sort_value: string;
}

/** Those that nobody is done with, each after those that it rests on, the newest of each record first. */
export async function readRecoveredPage(
  db: TenantDb,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: RecoveredLineRead[]; nextCursor: string | null }> {
  const keyset: Keyset = { value: PLACE, type: 'text', id: sql`r.record_id`, order: 'asc', cursor };
  const lines = await readLines(
    db,
    sql`${afterCursor(keyset)} order by ${inOrder(keyset)} limit ${limit + 1}`,
  );
  const { items, nextCursor } = toPage(lines, limit, (line) => line);
  return { items: await besideStanding(db, items), nextCursor };
}

/** Names one state of one record. */
export type NamedState = Pick<RecoveredLineRead, 'entity' | 'id' | 'stateId'>;

/** Those of the named that nobody is done with, in the same order. */
export async function findRecovered(
  db: TenantDb,
  named: readonly NamedState[],
): Promise<RecoveredLineRead[]> {
  const entities = named.map(({ entity }) => entity);
  const ids = named.map(({ id }) => id);
  const states = named.map(({ stateId }) => stateId);
  const lines = await readLines(
    db,
    sql`(r.entity, r.record_id, r.state_id) in (
      select * from unnest(${entities}::text[], ${ids}::uuid[], ${states}::uuid[]))
      order by ${PLACE}, r.record_id`,
  );
  return besideStanding(db, lines);
}

export async function markRecoveredDone(
  db: TenantDb,
  done: readonly Pick<NamedState, 'stateId'>[],
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  await sql`
    update recovered_records set done_at = ${at}, done_by = ${by}
    where state_id = any(${done.map(({ stateId }) => stateId)}::uuid[])`.execute(db);
}

/** How late a state is, among those of its record: by its version, which a restore lets jump (ADR 44). */
const latenessOf = (alias: 'r' | 'other'): RawBuilder<unknown> => {
  const of = sql.raw(alias);
  return sql`(${of}.version, coalesce(${momentOf(alias)}, '-infinity'), ${of}.state_id)`;
};

/** The two numbers are counted down, since all of it is read upwards. */
const PLACE: RawBuilder<unknown> = sql`
  concat_ws('|',
    array_position(${sql.lit(`{${RECOVERED_ENTITIES.join()}}`)}::text[], r.entity) || coalesce(r.data ->> 'productionDate', ''),
    r.record_key,
    lpad((9223372036854775807 - r.version)::text, 19, '0'),
    lpad((999999999999999 - floor(extract(epoch from coalesce(${momentOf('r')}, to_timestamp(0))) * 1000))::text, 15, '0'),
    r.state_id)
  collate "C"`;

async function readLines(db: TenantDb, condition: RawBuilder<unknown>): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select r.entity, r.record_id as id, r.version, r.deleted, r.data, r.state_id, r.record_key,
      r.device_id, r.received_at,
      not exists (select from recovered_records other where other.entity = r.entity
        and other.record_key = r.record_key and ${latenessOf('other')} > ${latenessOf('r')}) as is_newest,
      ${PLACE} as sort_value, d.name as device_name, u.name as user_name,
      coalesce(w.name, lost.data ->> 'name') as well_name,
      coalesce(q.equipment_type::text, item.data ->> 'equipmentType')
        || ' ' || coalesce(q.serial_number, item.data ->> 'serialNumber') as subject
    from recovered_records r
    left join devices d on d.id = r.device_id
    left join users u on u.id = r.user_id
    cross join lateral (select case r.entity
      when 'EQUIPMENT' then r.record_id::text when 'MAINTENANCE' then r.data ->> 'equipmentId' end as id) of_item
    left join equipment q on q.id::text = of_item.id
    left join lateral (${newestOf('EQUIPMENT', sql`of_item.id`)}) item on true
    cross join lateral (select case r.entity when 'WELL' then r.record_id::text
      else coalesce(q.well_id::text, item.data ->> 'wellId', r.data ->> 'wellId') end as id) of_well
    left join wells w on w.id::text = of_well.id
    left join lateral (${newestOf('WELL', sql`of_well.id`)}) lost on true
    where r.done_at is null and ${condition}`.execute(db);
  return rows;
}

/** What a lost record that others rest on was, as far as devices know. */
const newestOf = (entity: RecoveredEntity, id: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select data from recovered_records other where other.entity = ${entity} and other.record_key = ${id}
  order by ${latenessOf('other')} desc limit 1`;

async function besideStanding(db: TenantDb, lines: readonly Line[]): Promise<RecoveredLineRead[]> {
  const standing = await readStanding(db, lines);
  const people = await readPeople(db, lines.flatMap(operatorsOf));
  return lines.map((line) => ({
    ...withoutGonePeople(recordOf(line), (id) => people.has(id)),
    stateId: line.state_id,
    recordKey: line.record_key,
    isNewest: line.is_newest,
    deviceId: line.device_id,
    deviceName: line.device_name,
    userName: line.user_name,
    receivedAt: line.received_at,
    wellName: line.well_name,
    subject: line.subject,
    standing: standing.get(lostRecordKey(line)),
  }));
}

const recordOf = ({ entity, id, version, deleted, data }: Line): RecoveredRecord => ({
  ...{ entity, id, version, deleted, data },
});

async function readPeople(db: TenantDb, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from users where deleted_at is null and id = any(${ids}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

async function readStanding(db: TenantDb, lines: readonly Line[]): Promise<Map<string, CurrentRecord>> {
  const of = (entity: RecoveredEntity) => lines.filter((line) => line.entity === entity);
  const ids = (entity: RecoveredEntity) => of(entity).map(({ id }) => id);
  const wells = await sql<Rows['wells']>`
    select * from wells where id = any(${ids('WELL')}::uuid[])`.execute(db);
  const items = await sql<Rows['equipment']>`
    select * from equipment where id = any(${ids('EQUIPMENT')}::uuid[])`.execute(db);
  const logs = await sql<Rows['equipment_maintenance']>`
    select * from equipment_maintenance where id = any(${ids('MAINTENANCE')}::uuid[])`.execute(db);
  const days = of('PRODUCTION');
  const readings = await sql<Rows['production_data']>`
    select p.* from unnest(${days.map(({ data }) => data['wellId'])}::uuid[],
      ${days.map(({ data }) => data['productionDate'])}::date[]) as wanted (well_id, day)
    join production_data p on p.well_id = wanted.well_id and p.production_date = wanted.day`.execute(db);
  return new Map([
    ...placed('WELL', wells.rows.map(toWellRow)),
    ...placed('EQUIPMENT', items.rows.map(toEquipmentRow)),
    ...placed(
      'MAINTENANCE',
      logs.rows.map((row) => ({ ...toMaintenance(row), deleted: false })),
    ),
    ...placed('PRODUCTION', readings.rows.map(toProductionRow)),
  ]);
}

const placed = (
  entity: RecoveredEntity,
  records: readonly (CurrentRecord & { readonly id: string })[],
): [string, CurrentRecord][] =>
  records.map((record) => [lostRecordKey({ entity, id: record.id, data: record }), record]);
