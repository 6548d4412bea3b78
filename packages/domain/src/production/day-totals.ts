/** What many wells produced on a day, beside the days before it. Oil and water are in bbl, gas in MCF. */
import {
  groupBy,
  VOLUME_FIELDS,
  type Product,
  type ProductionRecord,
  type ProductTotals,
  type Volumes,
} from '@wellpulse/contracts';
import { measuredVolumes } from '../alerts/variance.ts';
import { addDays } from '../calendar.ts';
import { changePercent, meanVolume, sumOfVolumes } from '../volumes.ts';

/** So many days before a day are shown beside it, and their mean. */
export const TREND_DAYS = 30;

/** The volumes of a product on two days, each summed over the wells that have both. Estimates are no part of them (ADR 80). */
export interface BothDays {
  readonly today: number | null;
  readonly yesterday: number | null;
}

/**
 * The totals of one product. `trend` has the sums of the `TREND_DAYS` days before and of the day itself, oldest first. A day that nobody
 * measured is null. Only wells with both days measured say how today stands against yesterday: at 9 in the morning half a route is not entered yet.
 *
 * @example
 * productTotals([100, 70], { today: 70, yesterday: 100 }).changePercent; // -30
 */
export const productTotals = (trend: readonly (number | null)[], both: BothDays): ProductTotals => ({
  today: trend.at(-1) ?? null,
  yesterday: trend.at(-2) ?? null,
  mean30: meanVolume(trend.slice(0, -1)),
  changePercent: changePercent(both.today, both.yesterday),
  trend: [...trend],
});

/** A reading of a well that is not deleted. */
interface WellDay extends Volumes, Pick<ProductionRecord, 'estimatedFrom'> {
  readonly wellId: string;
  readonly productionDate: string;
}

/** The totals of a day, from the readings of all wells that count. PostgreSQL does the sums itself where there are many (ADR 59). */
export function dayTotals(readings: readonly WellDay[], day: string, product: Product): ProductTotals {
  const field = VOLUME_FIELDS[product];
  const byDay = groupBy(readings, ({ productionDate }) => productionDate);
  const volumesOf = (date: string) =>
    new Map((byDay.get(date) ?? []).map((reading) => [reading.wellId, reading[field]]));
  const trend = Array.from({ length: TREND_DAYS + 1 }, (_, index) =>
    sumOfVolumes([...volumesOf(addDays(day, index - TREND_DAYS)).values()]),
  );
  const measuredOn = (date: string) =>
    new Map(
      (byDay.get(date) ?? []).map((reading) => [reading.wellId, measuredVolumes(reading)?.[field] ?? null]),
    );
  const today = measuredOn(day);
  const yesterday = measuredOn(addDays(day, -1));
  const both = [...today.keys()].filter(
    (wellId) => (today.get(wellId) ?? null) !== null && (yesterday.get(wellId) ?? null) !== null,
  );
  const sumOf = (volumes: ReadonlyMap<string, number | null>) =>
    sumOfVolumes(both.map((wellId) => volumes.get(wellId) ?? null));
  return productTotals(trend, { today: sumOf(today), yesterday: sumOf(yesterday) });
}
