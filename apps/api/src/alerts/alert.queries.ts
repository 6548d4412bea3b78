/** Reading variance alerts. */
import type { Alert, endpoints, EndpointAnswer, EndpointInput } from '@wellpulse/contracts';
import { sql } from 'kysely';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { isAssignedTo } from '../database/assigned-wells.ts';
import { toAlertRow } from '../write-path/records.ts';

type Endpoints = (typeof endpoints)['alerts'];
type Row = TenantSchema['variance_alerts'] & { well_name: string };

const SORTS = {
  productionDate: { value: sql`a.production_date`, type: 'date' },
  // A resumed product came up from nothing: more than any percentage.
  changePercent: { value: sql`coalesce(abs(a.change_percent), 1e15)`, type: 'numeric' },
  createdAt: { value: sql`a.created_at`, type: 'timestamptz' },
} as const;

const FROM = sql`variance_alerts a join wells w on w.id = a.well_id and w.deleted_at is null`;

export async function listAlerts(
  db: TenantDb,
  query: EndpointInput<Endpoints['list']>['query'],
  callerId: string,
): Promise<EndpointAnswer<Endpoints['list']>> {
  const conditions = [sql`true`];
  if (query.wellId !== undefined) conditions.push(sql`a.well_id = ${query.wellId}`);
  if (query.route !== undefined) conditions.push(sql`w.route = ${query.route}`);
  if (query.mine === true) conditions.push(isAssignedTo(callerId, 'w'));
  if (query.status !== undefined) conditions.push(sql`a.status = ${query.status}`);
  if (query.kind !== undefined) conditions.push(sql`a.kind = ${query.kind}`);
  if (query.product !== undefined) conditions.push(sql`a.product = ${query.product}`);
  if (query.from !== undefined) conditions.push(sql`a.production_date >= ${query.from}`);
  if (query.to !== undefined) conditions.push(sql`a.production_date <= ${query.to}`);
  const filter = sql`${sql.join(conditions, sql` and `)}`;
  const keyset: Keyset = { ...SORTS[query.sort], id: sql`a.id`, order: query.order, cursor: query.cursor };
  const { rows } = await sql<Row & { sort_value: string | number }>`
    select a.*, w.name as well_name, ${keyset.value} as sort_value from ${FROM}
    where ${filter} and ${afterCursor(keyset)} order by ${inOrder(keyset)} limit ${query.limit + 1}`.execute(
    db,
  );
  const total = await sql<{ total: number }>`select count(*) as total from ${FROM} where ${filter}`.execute(
    db,
  );
  return { ...toPage(rows, query.limit, toAlert), total: total.rows[0]?.total ?? 0 };
}

/** Throws `ALERT_NOT_FOUND`. */
export async function readAlert(db: TenantDb, alertId: string): Promise<Alert> {
  const { rows } = await sql<Row>`
    select a.*, w.name as well_name from ${FROM} where a.id = ${alertId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new ProblemError('ALERT_NOT_FOUND');
  return toAlert(row);
}

/** The open alerts up to a day, of one well, of a route or of all. */
export async function openAlertIds(
  db: TenantDb,
  { to, wellId, route }: EndpointInput<Endpoints['acknowledgeMany']>['body'],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from ${FROM} where a.status = 'OPEN' and a.production_date <= ${to}
      and ${wellId === undefined ? sql`true` : sql`a.well_id = ${wellId}`}
      and ${route === undefined ? sql`true` : sql`w.route = ${route}`}`.execute(db);
  return rows.map(({ id }) => id);
}

const toAlert = (row: Row): Alert => ({ ...toAlertRow(row), wellName: row.well_name });
