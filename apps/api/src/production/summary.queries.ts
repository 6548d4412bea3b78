/** Totals, averages and ratios of a well's production, worked out by PostgreSQL in exact decimals. */
import type { Amounts, ProductionSummary, SummaryPeriod } from '@wellpulse/contracts';
import { sql } from 'kysely';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import type { Range } from './production.queries.ts';

export type Period = 'day' | 'week' | 'month';

const TOTALS = sql`
  sum(oil_volume) as oil, sum(gas_volume) as gas, sum(water_volume) as water,
  round(100 * sum(water_volume) filter (where oil_volume is not null)
    / nullif(sum(oil_volume + water_volume), 0), 2) as water_cut,
  round(1000 * sum(gas_volume) filter (where oil_volume is not null)
    / nullif(sum(oil_volume) filter (where gas_volume is not null), 0), 1) as gas_oil_ratio`;

interface TotalsRow {
  readonly oil: number | null;
  readonly gas: number | null;
  readonly water: number | null;
  readonly water_cut: number | null;
  readonly gas_oil_ratio: number | null;
}

interface RangeRow extends TotalsRow {
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly days: number;
  readonly days_on: number;
  readonly oil_mean: number | null;
  readonly gas_mean: number | null;
  readonly water_mean: number | null;
  readonly best: ProductionSummary['bestDay'];
  readonly worst: ProductionSummary['worstDay'];
}

const inRange = (wellId: string, { from, to }: Range) => sql`
  well_id = ${wellId} and deleted_at is null
  and production_date between ${from ?? '0001-01-01'} and ${to ?? '9999-12-31'}`;

/** The day with the most oil, or the day on production with the least; the earliest of several. */
const extremeDay = (order: 'asc' | 'desc') => sql`
  (select production_date, oil_volume from days where oil_volume ${sql.raw(order === 'asc' ? '> 0' : 'is not null')}
   order by oil_volume ${sql.raw(order)}, production_date limit 1) extreme`;

export async function summarise(
  db: TenantDb,
  wellId: string,
  range: Range,
  by: Period | undefined,
): Promise<ProductionSummary> {
  const { rows } = await sql<RangeRow>`
    with days as materialized (
      select production_date, oil_volume, gas_volume, water_volume from production_data
      where ${inRange(wellId, range)})
    select ${TOTALS},
      min(production_date) as first_day, max(production_date) as last_day, count(*) as days,
      count(*) filter (where greatest(oil_volume, gas_volume, water_volume) > 0) as days_on,
      round(avg(oil_volume), 2) as oil_mean, round(avg(gas_volume), 2) as gas_mean,
      round(avg(water_volume), 2) as water_mean,
      (select json_build_object('productionDate', production_date, 'oilVolume', oil_volume)
        from ${extremeDay('desc')}) as best,
      (select json_build_object('productionDate', production_date, 'oilVolume', oil_volume)
        from ${extremeDay('asc')}) as worst
    from days`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate without a row');
  const totals = amounts(row);
  return {
    from: range.from ?? row.first_day,
    to: range.to ?? row.last_day,
    days: row.days,
    daysOn: row.days_on,
    totals,
    averages: { oilVolume: row.oil_mean, gasVolume: row.gas_mean, waterVolume: row.water_mean },
    cumulative: range.from === undefined ? totals : await cumulativeTo(db, wellId, range.to),
    bestDay: row.best,
    worstDay: row.worst,
    waterCutPercent: row.water_cut,
    gasOilRatio: row.gas_oil_ratio,
    periods: by === undefined ? [] : await byPeriod(db, wellId, range, by),
  };
}

async function cumulativeTo(db: TenantDb, wellId: string, to: string | undefined): Promise<Amounts> {
  const { rows } = await sql<TotalsRow>`
    select ${TOTALS} from production_data where ${inRange(wellId, { to })}`.execute(db);
  return amounts(rows[0]);
}

async function byPeriod(db: TenantDb, wellId: string, range: Range, by: Period): Promise<SummaryPeriod[]> {
  const length = sql.raw(`interval '1 ${by}'`);
  const { rows } = await sql<TotalsRow & { period: string; period_end: string; days: number }>`
    select date_trunc(${by}, production_date)::date as period,
      (date_trunc(${by}, production_date) + ${length})::date - 1 as period_end,
      count(*) as days, ${TOTALS}
    from production_data where ${inRange(wellId, range)} group by 1, 2 order by 1`.execute(db);
  return rows.map((row) => ({
    from: row.period,
    to: row.period_end,
    days: row.days,
    totals: amounts(row),
    waterCutPercent: row.water_cut,
    gasOilRatio: row.gas_oil_ratio,
  }));
}

const amounts = (row: TotalsRow | undefined): Amounts => ({
  oilVolume: row?.oil ?? null,
  gasVolume: row?.gas ?? null,
  waterVolume: row?.water ?? null,
});
