/**
 * What a well produced over some days: totals, means and ratios. Oil and water are in bbl, gas in MCF; a volume that nobody measured is
 * null, and counts nowhere. All is computed in whole hundredths, so sums are exact.
 */
import {
  groupBy,
  VOLUME_FIELDS,
  type Amounts,
  type Product,
  type ProductionRecord,
  type ProductionSummary,
  type SummaryPeriod,
  type Volumes,
} from '@wellpulse/contracts';
import { addDays, dayNumber, FIRST_MONDAY } from '../calendar.ts';
import { divideRounded, meanVolume, sumOfVolumes, toHundredths } from '../volumes.ts';

/** The volumes of one day of a well. */
export interface DayVolumes extends Volumes, Pick<ProductionRecord, 'estimatedFrom'> {
  readonly productionDate: string;
}

/** Days, both included; open where left out. */
export interface DayRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** How long the periods of a summary are; weeks start on Monday. */
export type PeriodLength = 'day' | 'week' | 'month';

/**
 * A well's production of the days in `range`, and of each period in it, if periods are wanted. `days` are all days of the well that have a
 * reading, in any order: those before the range count for `cumulative`.
 *
 * @example
 * summarise([{ productionDate: '2025-10-20', oilVolume: 30, gasVolume: 60, waterVolume: 10, estimatedFrom: null }], {}).waterCutPercent; // 25
 */
export function summarise(
  days: readonly DayVolumes[],
  { from, to }: DayRange,
  by?: PeriodLength,
): ProductionSummary {
  const untilEnd = days.filter(({ productionDate }) => to === undefined || productionDate <= to).sort(byDay);
  const inRange = untilEnd.filter(({ productionDate }) => from === undefined || productionDate >= from);
  const oilDays = inRange.flatMap(({ productionDate, oilVolume, estimatedFrom }) =>
    oilVolume === null || estimatedFrom !== null ? [] : { productionDate, oilVolume },
  );
  return {
    from: from ?? inRange[0]?.productionDate ?? null,
    to: to ?? inRange.at(-1)?.productionDate ?? null,
    days: inRange.length,
    estimatedDays: inRange.filter(({ estimatedFrom }) => estimatedFrom !== null).length,
    daysOn: inRange.filter(isOnProduction).length,
    totals: amountsOf(inRange, sumOfVolumes),
    averages: amountsOf(inRange, meanVolume),
    cumulative: amountsOf(untilEnd, sumOfVolumes),
    bestDay: extremeDay(oilDays, (oil, other) => oil > other),
    worstDay: extremeDay(
      oilDays.filter(({ oilVolume }) => oilVolume > 0),
      (oil, other) => oil < other,
    ),
    ...ratiosOf(inRange),
    periods: by === undefined ? [] : periodsOf(inRange, by),
  };
}

/** Days are digits: UTF-16 orders them as anything else does. */
const byDay = (left: DayVolumes, right: DayVolumes): number =>
  Number(left.productionDate > right.productionDate) - Number(left.productionDate < right.productionDate);

/** Whether anything was produced on a day. */
const isOnProduction = (volumes: Volumes): boolean =>
  Object.values(VOLUME_FIELDS).some((field) => (volumes[field] ?? 0) > 0);

const amountsOf = (
  days: readonly Volumes[],
  combine: (volumes: readonly (number | null)[]) => number | null,
): Amounts => {
  const of = (product: Product) => combine(days.map((day) => day[VOLUME_FIELDS[product]]));
  return { oilVolume: of('OIL'), gasVolume: of('GAS'), waterVolume: of('WATER') };
};

type OilDay = NonNullable<ProductionSummary['bestDay']>;

/** The earliest of several. */
const extremeDay = (
  days: readonly OilDay[],
  isBeyond: (oil: number, other: number) => boolean,
): OilDay | null =>
  days.reduce<OilDay | null>(
    (found, day) => (found === null || isBeyond(day.oilVolume, found.oilVolume) ? day : found),
    null,
  );

/**
 * Water cut and gas-oil ratio, each of the days on which both of its volumes were measured. Water cut is water as a share of oil and water
 * in percent, two decimals. The gas-oil ratio is standard cubic feet of gas per barrel of oil, one decimal. Null where there is nothing to divide by.
 *
 * @example
 * ratiosOf([{ oilVolume: 30, gasVolume: 60, waterVolume: 10 }]); // { waterCutPercent: 25, gasOilRatio: 2000 }
 */
export function ratiosOf(days: readonly Volumes[]): Pick<SummaryPeriod, 'waterCutPercent' | 'gasOilRatio'> {
  const sum = { oilWithWater: 0, water: 0, oilWithGas: 0, gas: 0 };
  for (const { oilVolume, gasVolume, waterVolume } of days) {
    if (oilVolume === null) continue;
    if (waterVolume !== null) {
      sum.oilWithWater += toHundredths(oilVolume);
      sum.water += toHundredths(waterVolume);
    }
    if (gasVolume !== null) {
      sum.oilWithGas += toHundredths(oilVolume);
      sum.gas += toHundredths(gasVolume);
    }
  }
  return {
    waterCutPercent: divideRounded(100 * sum.water, sum.oilWithWater + sum.water, 2),
    gasOilRatio: divideRounded(1000 * sum.gas, sum.oilWithGas, 1),
  };
}

function periodsOf(days: readonly DayVolumes[], by: PeriodLength): SummaryPeriod[] {
  const ofPeriods = groupBy(days, ({ productionDate }) => startOfPeriod(productionDate, by));
  return Array.from(ofPeriods, ([from, ofPeriod]) => ({
    from,
    to: endOfPeriod(from, by),
    days: ofPeriod.length,
    totals: amountsOf(ofPeriod, sumOfVolumes),
    ...ratiosOf(ofPeriod),
  }));
}

function startOfPeriod(day: string, by: PeriodLength): string {
  if (by === 'day') return day;
  if (by === 'month') return `${day.slice(0, 8)}01`;
  const sinceMonday = (((dayNumber(day) - FIRST_MONDAY) % 7) + 7) % 7;
  return addDays(day, -sinceMonday);
}

function endOfPeriod(from: string, by: PeriodLength): string {
  if (by === 'day') return from;
  if (by === 'week') return addDays(from, 6);
  // No month has more than 31 days.
  return addDays(startOfPeriod(addDays(from, 31), 'month'), -1);
}
