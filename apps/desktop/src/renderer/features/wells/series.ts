/** Daily volumes in columns, as charts take them. */
import type { ProductionSeries } from '@wellpulse/contracts';

type Day = readonly [oil: number | null, gas: number | null, water: number | null, isEstimated: boolean];

/** What the office has, and over it what this laptop has: some of that is not sent yet. */
export const withOwnDays = (office: ProductionSeries, own: ProductionSeries): ProductionSeries =>
  inColumns(new Map([...daysOf(office), ...daysOf(own)]));

function daysOf({ dates, estimatedDates, ...volumes }: ProductionSeries): Map<string, Day> {
  const estimated = new Set(estimatedDates);
  const { oilVolume, gasVolume, waterVolume } = volumes;
  return new Map(
    dates.map((date, at) => [
      date,
      [oilVolume[at] ?? null, gasVolume[at] ?? null, waterVolume[at] ?? null, estimated.has(date)],
    ]),
  );
}

function inColumns(days: ReadonlyMap<string, Day>): ProductionSeries {
  const rows = [...days].sort(([one], [other]) => one.localeCompare(other));
  return {
    dates: rows.map(([date]) => date),
    oilVolume: rows.map(([, [oil]]) => oil),
    gasVolume: rows.map(([, [, gas]]) => gas),
    waterVolume: rows.map(([, [, , water]]) => water),
    estimatedDates: rows.flatMap(([date, [, , , isEstimated]]) => (isEstimated ? [date] : [])),
  };
}
