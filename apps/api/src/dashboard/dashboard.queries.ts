/** What the foreman sees first: how complete the day is, what it produced and where the wells stand. */
import type { Dashboard, ProductTotals, RouteCompleteness } from '@wellpulse/contracts';
import { addDays, productTotals, TREND_DAYS, type BothDays } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import { countDue } from '../maintenance/due.queries.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { isAssignedTo } from '../database/assigned-wells.ts';
import { BY_ROUTE, ROUTE_ORDER } from '../wells/route-order.ts';

const PRODUCT_COLUMNS = { oil: 'oil_volume', gas: 'gas_volume', water: 'water_volume' } as const;
type ProductName = keyof typeof PRODUCT_COLUMNS;

export interface HomeQuery {
  readonly date: string;
  /** Left out for all of them. */
  readonly route?: string | undefined;
  /** Only of the wells that are assigned to this person. */
  readonly operatorId?: string | undefined;
}

/** Production of the day `date`; alerts, equipment and what is due as they are `today`. */
export async function readDashboard(
  db: TenantDb,
  { date, ...place }: HomeQuery,
  today: string,
): Promise<Dashboard> {
  const wanted = isInPlace(place);
  const [routes, totals, openAlerts, wellCounts, equipment, due] = await Promise.all([
    readRoutes(db, date, wanted),
    readTotals(db, date, wanted),
    countOpenAlerts(db, wanted),
    countWells(db, wanted),
    countEquipment(db, wanted),
    countDue(db, today, place),
  ]);
  return {
    date,
    expected: routes.reduce((sum, route) => sum + route.expected, 0),
    entered: routes.reduce((sum, route) => sum + route.entered, 0),
    routes,
    totals,
    openAlerts,
    wellCounts,
    equipment,
    maintenance: { overdue: due.overdue, dueSoon: due.dueSoon },
  };
}

/** A condition on the well `w` that a row is about. */
type InPlace = RawBuilder<boolean>;

export const isInPlace = ({ route, operatorId }: Omit<HomeQuery, 'date'>): InPlace =>
  sql`${route === undefined ? sql`true` : sql`w.route = ${route}`}
    and ${operatorId === undefined ? sql`true` : isAssignedTo(operatorId, 'w')}`;

/** As `routeCompleteness` of the domain says; a test holds the two together. */
async function readRoutes(db: TenantDb, date: string, wanted: InPlace): Promise<RouteCompleteness[]> {
  const { rows } = await sql<{
    route: string | null;
    expected: number;
    entered: number;
    last_entry_at: string | null;
    operators: string[] | null;
    missing: RouteCompleteness['missing'] | null;
  }>`
    select w.route, count(*) as expected, count(p.id) as entered, max(p.created_at) as last_entry_at,
      (select array_agg(distinct u.name) from wells r join users u on u.id = any(r.operator_ids)
        where r.route is not distinct from w.route and r.deleted_at is null and u.deleted_at is null) as operators,
      json_agg(json_build_object('wellId', w.id, 'wellName', w.name)
        order by ${ROUTE_ORDER}, w.id) filter (where p.id is null) as missing
    from wells w
    left join production_data p
      on p.well_id = w.id and p.production_date = ${date} and p.deleted_at is null
    where w.deleted_at is null and w.status = 'ACTIVE' and ${wanted}
    group by w.route order by ${BY_ROUTE}`.execute(db);
  return rows.map((row) => ({
    route: row.route,
    expected: row.expected,
    entered: row.entered,
    lastEntryAt: row.last_entry_at,
    operators: row.operators ?? [],
    missing: row.missing ?? [],
  }));
}

interface DayTotals {
  readonly production_date: string;
  readonly oil: number | null;
  readonly gas: number | null;
  readonly water: number | null;
}

/** As `dayTotals` of the domain says; a test holds the two together. */
async function readTotals(db: TenantDb, date: string, wanted: InPlace): Promise<Dashboard['totals']> {
  const first = addDays(date, -TREND_DAYS);
  const { rows } = await sql<DayTotals>`
    select p.production_date, sum(p.oil_volume) as oil, sum(p.gas_volume) as gas, sum(p.water_volume) as water
    from production_data p join wells w on w.id = p.well_id and w.deleted_at is null
    where p.production_date between ${first} and ${date} and p.deleted_at is null and ${wanted}
    group by p.production_date`.execute(db);
  const both = await readBothDays(db, date, wanted);
  const byDay = new Map(rows.map((row) => [row.production_date, row]));
  const of = (product: ProductName): ProductTotals => {
    const trend = Array.from(
      { length: TREND_DAYS + 1 },
      (_, index) => byDay.get(addDays(first, index))?.[product] ?? null,
    );
    return productTotals(trend, both[product]);
  };
  return { oil: of('oil'), gas: of('gas'), water: of('water') };
}

/** The sums of the wells that have both days measured. */
async function readBothDays(
  db: TenantDb,
  date: string,
  wanted: InPlace,
): Promise<Record<ProductName, BothDays>> {
  const sums = (name: ProductName) => {
    const column = sql.ref(PRODUCT_COLUMNS[name]);
    const both = sql`t.${column} is not null and y.${column} is not null`;
    return sql`json_build_object('today', sum(t.${column}) filter (where ${both}),
      'yesterday', sum(y.${column}) filter (where ${both}))`;
  };
  const { rows } = await sql<Record<ProductName, BothDays>>`
    select ${sums('oil')} as oil, ${sums('gas')} as gas, ${sums('water')} as water
    from production_data t
    join production_data y on y.well_id = t.well_id and y.production_date = t.production_date - 1
    join wells w on w.id = t.well_id and w.deleted_at is null
    where t.production_date = ${date} and t.deleted_at is null and y.deleted_at is null
      and t.estimated_from is null and y.estimated_from is null and ${wanted}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate without a row');
  return row;
}

async function countOpenAlerts(db: TenantDb, wanted: InPlace): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from variance_alerts a join wells w on w.id = a.well_id and w.deleted_at is null
    where a.status = 'OPEN' and ${wanted}`.execute(db);
  return rows[0]?.count ?? 0;
}

async function countWells(db: TenantDb, wanted: InPlace): Promise<Dashboard['wellCounts']> {
  const { rows } = await sql<{ status: keyof Dashboard['wellCounts']; count: number }>`
    select w.status, count(*) as count from wells w where w.deleted_at is null and ${wanted} group by w.status`.execute(
    db,
  );
  const counts: Dashboard['wellCounts'] = { ACTIVE: 0, SHUT_IN: 0, INACTIVE: 0, PLUGGED: 0 };
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}

async function countEquipment(db: TenantDb, wanted: InPlace): Promise<Dashboard['equipment']> {
  const { rows } = await sql<{ status: keyof Dashboard['equipment']; count: number }>`
    select e.status, count(*) as count from equipment e join wells w on w.id = e.well_id and w.deleted_at is null
    where e.deleted_at is null and ${wanted} group by e.status`.execute(db);
  const counts: Dashboard['equipment'] = { OPERATIONAL: 0, MAINTENANCE: 0, FAILED: 0 };
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}
