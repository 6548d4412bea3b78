/** Reading production records. */
import type {
  DaySheet,
  endpoints,
  EndpointAnswer,
  EndpointInput,
  ProductionRecord,
  ProductionSeries,
  ProductionSummary,
} from '@wellpulse/contracts';
import {
  daySheetRows,
  LAST_MEASURED_WITHIN_DAYS,
  summarise,
  type PeriodLength,
  type DayRange,
} from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import { isFound } from '../database/search.ts';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toProduction, toWell } from '../write-path/records.ts';

type Endpoints = (typeof endpoints)['production'];
export type ListQuery = EndpointInput<Endpoints['list']>['query'];
type Row = TenantSchema['production_data'];
type EarlierRow = Pick<
  ProductionRecord,
  'wellId' | 'productionDate' | 'oilVolume' | 'gasVolume' | 'waterVolume' | 'estimatedFrom'
>;

/** Volumes that were not measured sort below zero. */
const SORTS = {
  productionDate: { value: sql`p.production_date`, type: 'date' },
  oilVolume: { value: sql`coalesce(p.oil_volume, -1)`, type: 'numeric' },
  gasVolume: { value: sql`coalesce(p.gas_volume, -1)`, type: 'numeric' },
  waterVolume: { value: sql`coalesce(p.water_volume, -1)`, type: 'numeric' },
  updatedAt: { value: sql`p.updated_at`, type: 'timestamptz' },
} as const;

export async function listProduction(
  db: TenantDb,
  wellId: string,
  query: ListQuery,
): Promise<EndpointAnswer<Endpoints['list']>> {
  const filter = filterOf(wellId, query);
  const keyset: Keyset = { ...SORTS[query.sort], id: sql`p.id`, order: query.order, cursor: query.cursor };
  const { rows } = await sql<Row & { sort_value: string | number }>`
    select p.*, ${keyset.value} as sort_value from production_data p
    where ${filter} and ${afterCursor(keyset)} order by ${inOrder(keyset)} limit ${query.limit + 1}`.execute(
    db,
  );
  const total = await sql<{ total: number }>`
    select count(*) as total from production_data p where ${filter}`.execute(db);
  return { ...toPage(rows, query.limit, toProduction), total: total.rows[0]?.total ?? 0 };
}

/** All records that the query names, for an export. */
export async function allProduction(
  db: TenantDb,
  wellId: string,
  query: ListQuery,
): Promise<(ProductionRecord & { createdByName: string | null })[]> {
  const { value } = SORTS[query.sort];
  const { rows } = await sql<Row & { created_by_name: string | null }>`
    select p.*, u.name as created_by_name from production_data p left join users u on u.id = p.created_by
    where ${filterOf(wellId, query)} order by ${value} ${sql.raw(query.order)}, p.id`.execute(db);
  return rows.map((row) => ({ ...toProduction(row), createdByName: row.created_by_name }));
}

function filterOf(wellId: string, query: ListQuery): RawBuilder<boolean> {
  const conditions = [sql`p.well_id = ${wellId}`, sql`p.deleted_at is null`];
  if (query.from !== undefined) conditions.push(sql`p.production_date >= ${query.from}`);
  if (query.to !== undefined) conditions.push(sql`p.production_date <= ${query.to}`);
  if (query.entryMethod !== undefined) conditions.push(sql`p.entry_method = ${query.entryMethod}`);
  if (query.createdBy !== undefined) conditions.push(sql`p.created_by = ${query.createdBy}`);
  for (const { column, min, max } of volumeBounds(query)) {
    if (min !== undefined) conditions.push(sql`${column} >= ${min}::numeric`);
    if (max !== undefined) conditions.push(sql`${column} <= ${max}::numeric`);
  }
  if (query.search !== undefined) conditions.push(isFound(sql`p.notes`, query.search));
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

const volumeBounds = (query: ListQuery) => [
  { column: sql`p.oil_volume`, min: query.minOilVolume, max: query.maxOilVolume },
  { column: sql`p.gas_volume`, min: query.minGasVolume, max: query.maxGasVolume },
  { column: sql`p.water_volume`, min: query.minWaterVolume, max: query.maxWaterVolume },
];

/** The live record with this id among the well's; throws `PRODUCTION_NOT_FOUND`. */
export async function findById(db: TenantDb, wellId: string, id: string): Promise<ProductionRecord> {
  return found(await live(db, wellId).where('id', '=', id).executeTakeFirst());
}

/** The live record of a day; throws `PRODUCTION_NOT_FOUND`. */
export async function findByDay(db: TenantDb, wellId: string, day: string): Promise<ProductionRecord> {
  return found(await live(db, wellId).where('production_date', '=', day).executeTakeFirst());
}

const live = (db: TenantDb, wellId: string) =>
  db.selectFrom('production_data').selectAll().where('well_id', '=', wellId).where('deleted_at', 'is', null);

function found(row: Row | undefined): ProductionRecord {
  if (row === undefined) throw new ProblemError('PRODUCTION_NOT_FOUND');
  return toProduction(row);
}

/** Columns for a chart, as JSON text that PostgreSQL made: nothing is built twice on its way to the browser. */
export async function readSeries(
  db: TenantDb,
  wellId: string,
  { from, to }: DayRange,
): Promise<ProductionSeries> {
  const { rows } = await sql<{ series: ProductionSeries }>`
    select json_build_object(
      'dates', coalesce(json_agg(production_date order by production_date), '[]'),
      'oilVolume', coalesce(json_agg(oil_volume order by production_date), '[]'),
      'gasVolume', coalesce(json_agg(gas_volume order by production_date), '[]'),
      'waterVolume', coalesce(json_agg(water_volume order by production_date), '[]'),
      'estimatedDates', coalesce(
        json_agg(production_date order by production_date) filter (where estimated_from is not null), '[]')) as series
    from production_data
    where well_id = ${wellId} and deleted_at is null
      and production_date between ${from ?? '0001-01-01'} and ${to ?? '9999-12-31'}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate without a row');
  return row.series;
}

/** What a well produced: `summarise` of the domain says what comes of its days. */
export async function readSummary(
  db: TenantDb,
  wellId: string,
  range: DayRange,
  by: PeriodLength | undefined,
): Promise<ProductionSummary> {
  const series = await readSeries(db, wellId, { to: range.to });
  const estimates = new Set(series.estimatedDates);
  const days = series.dates.map((productionDate, index) => ({
    productionDate,
    oilVolume: series.oilVolume[index] ?? null,
    gasVolume: series.gasVolume[index] ?? null,
    waterVolume: series.waterVolume[index] ?? null,
    // Of which month it is a share makes no difference here.
    estimatedFrom: estimates.has(productionDate) ? productionDate.slice(0, 7) : null,
  }));
  return summarise(days, range, by);
}

/** The day's entries of the whole tenant or of one route: `daySheetRows` of the domain says which wells, in which order. */
export async function readDaySheet(db: TenantDb, date: string, route: string | undefined): Promise<DaySheet> {
  const wells = await sql<TenantSchema['wells']>`
    select * from wells w where w.deleted_at is null
      and ${route === undefined ? sql`true` : sql`w.route = ${route}`}`.execute(db);
  const wellIds = wells.rows.map(({ id }) => id);
  const production = await sql<Row>`
    select * from production_data p where p.well_id = any(${wellIds}::uuid[])
      and p.production_date = ${date}::date and p.deleted_at is null`.execute(db);
  // Volumes alone: of each well there are a month of them.
  const earlier = await sql<EarlierRow>`
    select well_id as "wellId", production_date as "productionDate", oil_volume as "oilVolume",
      gas_volume as "gasVolume", water_volume as "waterVolume", estimated_from as "estimatedFrom"
    from production_data where well_id = any(${wellIds}::uuid[]) and deleted_at is null
      and production_date between ${date}::date - ${LAST_MEASURED_WITHIN_DAYS}::int and ${date}::date - 1`.execute(
    db,
  );
  const items = daySheetRows(
    date,
    wells.rows.map((row) => toWell(row)),
    production.rows.map((row) => toProduction(row)),
    earlier.rows,
  );
  return { date, items, nextCursor: null };
}
