/** The days of a month, as a calendar shows them. */
import { addDays } from '@wellpulse/domain';

const WEEK = 7;

/**
 * The weeks of a month (`YYYY-MM`), from Sunday to Saturday; null for days of the months beside it.
 *
 * @example
 * weeksOf('2025-10')[0]; // [null, null, null, '2025-10-01', '2025-10-02', …]
 */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const before = new Date(`${first}T00:00:00Z`).getUTCDay();
  const weeks: (string | null)[][] = [];
  for (let from = -before; from <= 0 || addDays(first, from).startsWith(month); from += WEEK) {
    weeks.push(
      Array.from({ length: WEEK }, (_, at) => {
        const day = addDays(first, from + at);
        return day.startsWith(month) ? day : null;
      }),
    );
  }
  return weeks;
}

/**
 * The month so many months later, or earlier.
 *
 * @example
 * monthAfter('2025-12', 1); // '2026-01'
 */
export function monthAfter(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}
