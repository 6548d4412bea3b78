/** The benchmark's wells and readings: plain formulas, the same in every run. */
import { addDays } from '@wellpulse/domain';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export interface Plan {
  readonly wells: number;
  readonly days: number;
  /** The last day of the readings. */
  readonly lastDay: string;
}

export const apiNumber = (well: number): string => `42-500-${String(well).padStart(5, '0')}`;
export const LONG_WELL_API_NUMBER = '42-501-00001';
export const LONG_WELL_DAYS = 3650;

/** One day's oil, gas and water: a slow decline with a wave on it, never far from the day before. */
function reading(well: number, day: number): string {
  const oil = (60 + (well % 50)) * Math.exp(-day / 2000) * (1 + 0.02 * Math.sin(day / 3));
  return [oil, oil * 3.1, oil * 1.8].map((volume) => volume.toFixed(2)).join(',');
}

/** Writes the CSV: `wells` wells by `days` days, and one well of ten years. Returns the number of rows. */
export async function writeCsv(filePath: string, plan: Plan): Promise<number> {
  const file = createWriteStream(filePath);
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await once(file, 'drain');
  };
  await write('api_number,date,oil_bbl,gas_mcf,water_bbl\n');
  const writeWell = async (number: string, well: number, days: number): Promise<void> => {
    const lines = Array.from(
      { length: days },
      (_, day) => `${number},${addDays(plan.lastDay, day - days + 1)},${reading(well, day)}\n`,
    );
    await write(lines.join(''));
  };
  for (let well = 0; well < plan.wells; well += 1) await writeWell(apiNumber(well), well, plan.days);
  await writeWell(LONG_WELL_API_NUMBER, plan.wells, LONG_WELL_DAYS);
  file.end();
  await once(file, 'finish');
  return plan.wells * plan.days + LONG_WELL_DAYS;
}
