/** The totals of a month as days: even shares that sum to them to the hundredth (docs/product-decisions.md, "Estimates"; ADR 88). */
import { READING_FIELDS, type ReadingNumbers } from '@wellpulse/contracts';
import { addDays } from '../calendar.ts';
import { toHundredths } from '../volumes.ts';
import type { ReadingRow } from './import-row.ts';

/**
 * The readings that a row becomes: itself, or an estimate for each of the days that its totals are spread over.
 *
 * @example
 * const days = readingsOf({ ...row, day: '2025-10-01', spreadOver: 31 });
 */
export function readingsOf<Row extends ReadingRow>(row: Row): Row[] {
  const { day, spreadOver, volumes } = row;
  if (spreadOver === null) return [row];
  return Array.from({ length: spreadOver }, (_, index) => ({
    ...row,
    day: addDays(day, index),
    volumes: shareOf(volumes, index, spreadOver),
    spreadOver: null,
  }));
}

/** Hundredths are given to the days evenly too, so no day is more than one of them away from another. */
function shareOf(totals: ReadingNumbers, index: number, days: number): ReadingNumbers {
  const upTo = (hundredths: number, count: number): number => Math.floor((hundredths * count) / days);
  const shares = READING_FIELDS.map((field) => {
    const total = totals[field];
    if (total === null) return [field, null];
    const hundredths = toHundredths(total);
    return [field, (upTo(hundredths, index + 1) - upTo(hundredths, index)) / 100];
  });
  return Object.fromEntries(shares) as ReadingNumbers;
}
