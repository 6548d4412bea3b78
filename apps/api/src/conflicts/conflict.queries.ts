/** Reading conflicts: with the names of both sides, what the log tells, and the record as it is now. */
import type { Conflict, endpoints, EndpointAnswer, EndpointInput, RecordValues } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { sql } from 'kysely';
import { replayRecords } from '../audit/replay.ts';
import { words } from '../config/language.ts';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toConflict, toEquipment, toProduction } from '../write-path/records.ts';
import { conflictStory, valuesBeforeChoice } from './conflict-story.ts';

type Endpoints = (typeof endpoints)['conflicts'];

type Row = TenantSchema['conflicts'] & {
  well_name: string;
  subject: string | null;
  existing_user: string | null;
  existing_device: string | null;
  incoming_user: string | null;
  incoming_device: string | null;
  resolved_by_name: string | null;
};

const SELECT = sql`
  select c.*, w.name as well_name, i.equipment_type || ' ' || i.serial_number as subject,
    eu.name as existing_user, ed.name as existing_device,
    iu.name as incoming_user, id.name as incoming_device, ru.name as resolved_by_name`;
const FROM = sql`conflicts c
  join wells w on w.id = c.well_id
  left join equipment i on i.id = c.record_id
  left join users eu on eu.id = (c.existing->>'userId')::uuid
  left join devices ed on ed.id = (c.existing->>'deviceId')::uuid
  left join users iu on iu.id = (c.incoming->>'userId')::uuid
  left join devices id on id.id = (c.incoming->>'deviceId')::uuid
  left join users ru on ru.id = c.resolved_by`;

export async function listConflicts(
  db: TenantDb,
  query: EndpointInput<Endpoints['list']>['query'],
): Promise<EndpointAnswer<Endpoints['list']>> {
  const conditions = [sql`true`];
  if (query.status !== undefined) conditions.push(sql`c.status = ${query.status}`);
  if (query.outcome !== undefined) conditions.push(sql`c.outcome = ${query.outcome}`);
  if (query.entity !== undefined) conditions.push(sql`c.entity = ${query.entity}`);
  if (query.wellId !== undefined) conditions.push(sql`c.well_id = ${query.wellId}`);
  if (query.recordId !== undefined) conditions.push(sql`c.record_id = ${query.recordId}`);
  if (query.deviceId !== undefined) {
    conditions.push(sql`${query.deviceId}::text in (c.existing->>'deviceId', c.incoming->>'deviceId')`);
  }
  const filter = sql.join(conditions, sql` and `);
  const keyset: Keyset = {
    value: sql`c.created_at`,
    type: 'timestamptz',
    id: sql`c.id`,
    order: query.order,
    cursor: query.cursor,
  };
  const { rows } = await sql<Row & { sort_value: string }>`
    ${SELECT}, c.created_at as sort_value from ${FROM}
    where ${filter} and ${afterCursor(keyset)} order by ${inOrder(keyset)} limit ${query.limit + 1}`.execute(
    db,
  );
  const total = await sql<{ total: number }>`
    select count(*) as total from conflicts c where ${filter}`.execute(db);
  const page = toPage(rows, query.limit, (row) => row);
  return {
    ...page,
    items: await toldConflicts(db, page.items),
    total: total.rows[0]?.total ?? 0,
  };
}

/** Throws `CONFLICT_NOT_FOUND`. */
export async function readConflict(db: TenantDb, conflictId: string): Promise<Conflict> {
  const { rows } = await sql<Row>`${SELECT} from ${FROM} where c.id = ${conflictId}`.execute(db);
  const [conflict] = await toldConflicts(db, rows);
  if (conflict === undefined) throw new ProblemError('CONFLICT_NOT_FOUND');
  return conflict;
}

/** What the record gets back when the conflict is opened again. Throws `CONFLICT_NOT_FOUND`. */
export async function readReopening(db: TenantDb, conflictId: string): Promise<RecordValues> {
  const row = await db.selectFrom('conflicts').selectAll().where('id', '=', conflictId).executeTakeFirst();
  if (row === undefined) throw new ProblemError('CONFLICT_NOT_FOUND');
  const steps = (await replayRecords(db, [row.record_id])).get(row.record_id) ?? [];
  return valuesBeforeChoice(toConflict(row), steps);
}

/** The live records that the conflicts are about, by id. */
async function currentValues(db: TenantDb, rows: readonly Row[]): Promise<Map<string, RecordValues>> {
  const ids = rows.map(({ record_id }) => record_id);
  const production = await db
    .selectFrom('production_data')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('deleted_at', 'is', null)
    .execute();
  const equipment = await db
    .selectFrom('equipment')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map<string, RecordValues>([
    ...production.map((row) => [row.id, { ...toProduction(row) }] as const),
    ...equipment.map((row) => [row.id, { ...toEquipment(row) }] as const),
  ]);
}

/** What was measured the day before, by well and day. An estimate is no reading: nothing is compared with it (ADR 80). */
async function daysBefore(
  db: TenantDb,
  rows: readonly Row[],
): Promise<Map<string, NonNullable<Conflict['dayBefore']>>> {
  const dated = rows.flatMap(({ well_id: wellId, production_date: day }) =>
    day === null ? [] : [{ wellId, day: addDays(day, -1) }],
  );
  const { rows: readings } = await sql<TenantSchema['production_data']>`
    select p.* from unnest(${dated.map(({ wellId }) => wellId)}::uuid[], ${dated.map(({ day }) => day)}::date[])
      as wanted (well_id, day)
    join production_data p on p.well_id = wanted.well_id and p.production_date = wanted.day
    where p.deleted_at is null and p.estimated_from is null`.execute(db);
  return new Map(
    readings
      .map(toProduction)
      .map(
        ({ wellId, productionDate, oilVolume, gasVolume, waterVolume }) =>
          [dayKey(wellId, productionDate), { oilVolume, gasVolume, waterVolume }] as const,
      ),
  );
}

const dayKey = (wellId: string, day: string): string => `${wellId} ${day}`;

async function toldConflicts(db: TenantDb, rows: readonly Row[]): Promise<Conflict[]> {
  const current = await currentValues(db, rows);
  const before = await daysBefore(db, rows);
  const stories = await replayRecords(db, [...new Set(rows.map(({ record_id: id }) => id))]);
  return rows.map((row) => {
    const conflict = toConflict(row);
    const { existingLocation, incomingLocation, ...story } = conflictStory(
      conflict,
      stories.get(row.record_id) ?? [],
    );
    return {
      ...conflict,
      ...story,
      existing: {
        ...conflict.existing,
        userName: row.existing_user,
        deviceName: row.existing_device,
        location: existingLocation,
      },
      incoming: {
        ...conflict.incoming,
        userName: row.incoming_user,
        deviceName: row.incoming_device,
        location: incomingLocation,
      },
      reason: words.conflictReason(conflict),
      wellName: row.well_name,
      subject: row.subject,
      resolvedByName: row.resolved_by_name,
      dayBefore:
        conflict.productionDate === null
          ? null
          : (before.get(dayKey(conflict.wellId, addDays(conflict.productionDate, -1))) ?? null),
      sequence: row.log_sequence,
      current: current.get(row.record_id) ?? null,
    };
  });
}
