/** What a clock on the wall of a time zone shows, as numbers: how they are written is not left to `Intl`. */

export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
  readonly hour: number;
  readonly minute: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs far more than using it, and there are few zones. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour12: false,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}

/**
 * The clock of `timeZone` (IANA) at an instant; null for what is no instant. Throws `RangeError` for no time zone.
 *
 * @example
 * wallClock('2025-10-20T03:00:00Z', 'America/Chicago')?.hour; // 22
 */
export function wallClock(instant: string | Date, timeZone: string): WallClock | null {
  const at = instant instanceof Date ? instant : new Date(instant);
  if (Number.isNaN(at.getTime())) return null;
  // Only the numbers and their order are relied on: what stands between them differs, and iPhones have no `formatToParts`.
  const numbers = formatterOf(timeZone).format(at).match(/\d+/g) ?? [];
  const [month = Number.NaN, date = Number.NaN, year = Number.NaN, hour = Number.NaN, minute = Number.NaN] =
    numbers.map(Number);
  // Some engines write midnight as 24.
  return { year, month, date, hour: hour % 24, minute };
}
