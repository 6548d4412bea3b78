/**
 * The numbers behind a production chart, ready to draw: one row for each calendar day. A day without a record is null. So a
 * gap in the entries is a gap in the line, and not a straight stroke across it.
 */
import type { Product, ProductionRecord, ProductionSeries } from '@wellpulse/contracts';
import { addDays, dayNumber } from '@wellpulse/domain';

const SECONDS_A_DAY = 86_400;

/** The numbers behind a chart of one well. */
export interface DailyVolumes {
  /** Every day from the first to the last, `YYYY-MM-DD`. */
  dates: string[];
  /** The same days as positions on the axis: midnight UTC in seconds. */
  seconds: number[];
  volumes: Record<Product, (number | null)[]>;
  /** Whether a day is a share of a month, and nobody read it off. */
  estimated: boolean[];
}

/** Days back from the last one; ALL is everything there is. */
export type ChartRange = '30' | '90' | '365' | 'ALL';

/**
 * Daily from the days with records (in order); days before `from` and after `until` are left out.
 *
 * @example
 * toDailyVolumes(series, '2025-10-01', '2025-10-31').dates.length; // 31
 */
export function toDailyVolumes(series: ProductionSeries, from?: string, until?: string): DailyVolumes {
  const start = dayNumber(from ?? series.dates[0] ?? '');
  const end = dayNumber(until ?? series.dates.at(-1) ?? '');
  // Without days there is nothing from the first to the last.
  const length = Number.isNaN(end - start) ? 0 : Math.max(0, end - start + 1);
  const seconds = Array.from({ length }, (_, offset) => (start + offset) * SECONDS_A_DAY);
  const dates = seconds.map((second) => new Date(second * 1000).toISOString().slice(0, 10));
  // Days are looked up and not computed with: ten years of them are prepared in a few milliseconds.
  const rowOf = new Map(series.dates.map((day, row) => [day, row]));
  const rows = dates.map((day) => rowOf.get(day));
  const estimated = new Set(series.estimatedDates);
  const daily = (column: readonly (number | null)[]) =>
    rows.map((row) => (row === undefined ? null : (column[row] ?? null)));
  return {
    dates,
    seconds,
    volumes: { OIL: daily(series.oilVolume), GAS: daily(series.gasVolume), WATER: daily(series.waterVolume) },
    estimated: dates.map((day) => estimated.has(day)),
  };
}

/**
 * The first day of a range that ends with `until`; undefined for ALL: the first there is.
 *
 * @example
 * rangeStart('30', '2025-10-30'); // '2025-10-01'
 */
export function rangeStart(range: ChartRange, until: string): string | undefined {
  return range === 'ALL' ? undefined : addDays(until, 1 - Number(range));
}

type Reading = Pick<
  ProductionRecord,
  'productionDate' | 'oilVolume' | 'gasVolume' | 'waterVolume' | 'estimatedFrom'
>;

/**
 * Readings of a well as a series: a device gives them newest day first.
 *
 * @example
 * const daily = toDailyVolumes(seriesOf(newestFirst), rangeStart('30', today), today);
 */
export function seriesOf(newestFirst: readonly Reading[]): ProductionSeries {
  const rows = [...newestFirst].reverse();
  return {
    dates: rows.map(({ productionDate }) => productionDate),
    oilVolume: rows.map(({ oilVolume }) => oilVolume),
    gasVolume: rows.map(({ gasVolume }) => gasVolume),
    waterVolume: rows.map(({ waterVolume }) => waterVolume),
    estimatedDates: rows.flatMap(({ productionDate, estimatedFrom }) =>
      estimatedFrom === null ? [] : [productionDate],
    ),
  };
}
