/** Reading wells. */
import {
  wholeList,
  type endpoints,
  type EndpointAnswer,
  type EndpointInput,
  type Well,
  type WellListItem,
} from '@wellpulse/contracts';
import { sql } from 'kysely';
import { isAssignedTo, mineOf } from '../database/assigned-wells.ts';
import { isApiNumberFound, isFound } from '../database/search.ts';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toWell } from '../write-path/records.ts';
import { BY_ROUTE, ROUTE_ORDER } from './route-order.ts';

type Endpoints = (typeof endpoints)['wells'];
type ListQuery = EndpointInput<Endpoints['list']>['query'];

const LAST_PRODUCTION = sql`(select max(p.production_date) from production_data p
  where p.well_id = w.id and p.deleted_at is null)`;
const OPEN_ALERTS = sql`(select count(*) from variance_alerts a where a.well_id = w.id and a.status = 'OPEN')`;

const SORTS = {
  name: { value: sql`lower(w.name)`, type: 'text' },
  apiNumber: { value: sql`w.api_number`, type: 'text' },
  route: { value: ROUTE_ORDER, type: 'text' },
  status: { value: sql`w.status::text`, type: 'text' },
  createdAt: { value: sql`w.created_at`, type: 'timestamptz' },
  lastProductionDate: { value: sql`coalesce(${LAST_PRODUCTION}, '0001-01-01'::date)`, type: 'date' },
} as const;

type ListedRow = TenantSchema['wells'] & {
  last_production_date: string | null;
  open_alerts: number;
  sort_value: string;
};

const isSearched = (searched: string) =>
  sql<boolean>`(${isFound(sql`concat_ws(' ', w.name, w.api_number, w.lease, w.field)`, searched)}
    or ${isApiNumberFound(sql`w.api_number`, searched)})`;

export async function listWells(
  db: TenantDb,
  query: ListQuery,
  callerId: string,
): Promise<EndpointAnswer<Endpoints['list']>> {
  const operatorId = mineOf(query.mine, callerId) ?? query.operatorId;
  const filter = sql<boolean>`w.deleted_at is null
    and ${query.status === undefined ? sql`true` : sql`w.status = ${query.status}`}
    and ${query.route === undefined ? sql`true` : sql`w.route = ${query.route}`}
    and ${operatorId === undefined ? sql`true` : isAssignedTo(operatorId, 'w')}
    and ${query.search === undefined ? sql`true` : isSearched(query.search)}`;
  const keyset: Keyset = { ...SORTS[query.sort], id: sql`w.id`, order: query.order, cursor: query.cursor };
  const { rows } = await sql<ListedRow>`
    select w.*, ${LAST_PRODUCTION} as last_production_date, ${OPEN_ALERTS} as open_alerts,
      ${keyset.value} as sort_value
    from wells w where ${filter} and ${afterCursor(keyset)}
    order by ${inOrder(keyset)} limit ${query.limit + 1}`.execute(db);
  const total = await sql<{ total: number }>`select count(*) as total from wells w where ${filter}`.execute(
    db,
  );
  return { ...toPage(rows, query.limit, toListItem), total: total.rows[0]?.total ?? 0 };
}

const toListItem = (row: ListedRow): WellListItem => ({
  ...toWell(row),
  lastProductionDate: row.last_production_date,
  openAlerts: row.open_alerts,
});

export async function readWell(db: TenantDb, wellId: string): Promise<Well> {
  const row = await db
    .selectFrom('wells')
    .selectAll()
    .where('id', '=', wellId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw new ProblemError('WELL_NOT_FOUND');
  return toWell(row);
}

/** Throws `WELL_NOT_FOUND` unless the tenant has the well. */
export async function requireWell(db: TenantDb, wellId: string): Promise<void> {
  const row = await db
    .selectFrom('wells')
    .select('id')
    .where('id', '=', wellId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw new ProblemError('WELL_NOT_FOUND');
}

export async function listRoutes(db: TenantDb): Promise<EndpointAnswer<Endpoints['routes']>> {
  const { rows } = await sql<{ route: string; wells: number }>`
    select w.route, count(*) as wells from wells w
    where w.deleted_at is null and w.route is not null group by w.route order by ${BY_ROUTE}`.execute(db);
  return wholeList(rows);
}
