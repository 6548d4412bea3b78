/** Reading conflicts, with the names of both sides and the record as it is now. */
import type { Conflict, endpoints, EndpointAnswer, EndpointInput, RecordValues } from '@wellpulse/contracts';
import { sql } from 'kysely';
import { words } from '../config/language.ts';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toConflict, toEquipment, toProduction } from '../write-path/records.ts';

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
  const current = await currentValues(db, rows);
  return {
    ...toPage(rows, query.limit, (row) => toNamed(row, current)),
    total: total.rows[0]?.total ?? 0,
  };
}

/** Throws `CONFLICT_NOT_FOUND`. */
export async function readConflict(db: TenantDb, conflictId: string): Promise<Conflict> {
  const { rows } = await sql<Row>`${SELECT} from ${FROM} where c.id = ${conflictId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new ProblemError('CONFLICT_NOT_FOUND');
  return toNamed(row, await currentValues(db, rows));
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

function toNamed(row: Row, current: ReadonlyMap<string, RecordValues>): Conflict {
  const conflict = toConflict(row);
  return {
    ...conflict,
    existing: { ...conflict.existing, userName: row.existing_user, deviceName: row.existing_device },
    incoming: { ...conflict.incoming, userName: row.incoming_user, deviceName: row.incoming_device },
    reason: words.conflictReason(conflict),
    wellName: row.well_name,
    subject: row.subject,
    resolvedByName: row.resolved_by_name,
    current: current.get(row.record_id) ?? null,
  };
}
