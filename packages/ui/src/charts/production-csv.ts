import { csvLine } from '@wellpulse/domain';
import { createWords, UNITS } from '@wellpulse/words';
import type { DailyVolumes } from '@wellpulse/forms';

/** Programs read the file by its headings: these are English in every language. */
const { chartTexts, formTexts, fieldValue, productNames, readingWords } = createWords('en');

/** The chart's days as CSV, numbers as they are stored; a volume not measured is an empty field. */
export function productionCsv(daily: DailyVolumes, cumulative: boolean): string {
  const heading = (product: keyof typeof UNITS) => {
    const name = productNames[product];
    const volume = cumulative ? `${chartTexts.cumulative} ${name.toLowerCase()}` : name;
    return `${volume} (${UNITS[product]})`;
  };
  const header = [formTexts.date, heading('OIL'), heading('GAS'), heading('WATER'), readingWords.estimated];
  const { OIL, GAS, WATER } = daily.volumes;
  const rows = daily.dates.map((day, row) => [
    day,
    OIL[row] ?? null,
    GAS[row] ?? null,
    WATER[row] ?? null,
    daily.estimated[row] === true ? fieldValue('estimated', true) : null,
  ]);
  return [header, ...rows].map(csvLine).join('');
}
