/**
 * The numbers behind a production chart, ready to draw: one row for each calendar day. A day without a record is null. So a
 * gap in the entries is a gap in the line, and not a straight stroke across it.
 */
import type { Product, ProductionSeries } from '@wellpulse/contracts';
import { addDays, dayNumber } from '@wellpulse/domain';

const SECONDS_A_DAY = 86_400;

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

/** Daily from the days with records (in order); days before `from` and after `until` are left out. */
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

/** The first day of a range that ends with `until`; undefined for ALL: the first there is. */
export function rangeStart(range: ChartRange, until: string): string | undefined {
  return range === 'ALL' ? undefined : addDays(until, 1 - Number(range));
}

/** Running totals. A day without a record adds nothing; before the first value there is no total. */
export function toCumulative(volumes: readonly (number | null)[]): (number | null)[] {
  let hundredths: number | null = null;
  return volumes.map((volume) => {
    if (volume !== null) hundredths = (hundredths ?? 0) + Math.round(volume * 100);
    return hundredths === null ? null : hundredths / 100;
  });
}

export function cumulated(daily: DailyVolumes): DailyVolumes {
  const { OIL, GAS, WATER } = daily.volumes;
  return {
    ...daily,
    volumes: { OIL: toCumulative(OIL), GAS: toCumulative(GAS), WATER: toCumulative(WATER) },
  };
}

/** Where zeros stand on a logarithmic axis: the power of ten at or below the smallest positive value. */
export function logFloor(columns: readonly (readonly (number | null)[])[]): number {
  let smallest = Infinity;
  for (const column of columns) {
    for (const value of column) if (value !== null && value > 0 && value < smallest) smallest = value;
  }
  return smallest === Infinity ? 1 : 10 ** Math.floor(Math.log10(smallest));
}

/** A column for a logarithmic axis: zeros raised to its floor, nulls left as gaps. */
export function raisedTo(floor: number, column: readonly (number | null)[]): (number | null)[] {
  return column.map((value) => (value === null ? null : Math.max(value, floor)));
}
