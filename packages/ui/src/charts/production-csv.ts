import { csvLine } from '@wellpulse/domain';
import { UNITS } from '@wellpulse/words';
import type { DailyVolumes } from './daily-volumes.ts';

/** The chart's days as CSV, numbers as they are stored; a volume not measured is an empty field. */
export function productionCsv(daily: DailyVolumes, cumulative: boolean): string {
  const prefix = cumulative ? 'Cumulative ' : '';
  const name = (product: string) => (cumulative ? product.toLowerCase() : product);
  const header = [
    'Date',
    `${prefix}${name('Oil')} (${UNITS.OIL})`,
    `${prefix}${name('Gas')} (${UNITS.GAS})`,
    `${prefix}${name('Water')} (${UNITS.WATER})`,
  ];
  const { OIL, GAS, WATER } = daily.volumes;
  const rows = daily.dates.map((day, row) => [day, OIL[row] ?? null, GAS[row] ?? null, WATER[row] ?? null]);
  return [header, ...rows].map(csvLine).join('');
}
