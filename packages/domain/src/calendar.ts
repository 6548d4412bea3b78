/** Calendar days, `YYYY-MM-DD`. They are counted, never converted to instants of some zone. */

const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01; negative before. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY;

/** Days are written with four digits for the year: the calendar ends with this one. */
const LAST_DAY = dayNumber('9999-12-31');

/** The day that is `number` days after 1970-01-01, at most 9999-12-31. */
export const dayOfNumber = (number: number): string =>
  new Date(Math.min(number, LAST_DAY) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

/** The day `count` days later, at most 9999-12-31; earlier for a negative count. */
export const addDays = (day: string, count: number): string => dayOfNumber(dayNumber(day) + count);

/** Calendar days from `from` to `to`; negative when `to` is earlier; null when either is no day. */
export function daysBetween(from: string, to: string): number | null {
  const days = dayNumber(to) - dayNumber(from);
  return Number.isNaN(days) ? null : days;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day in `timeZone` (IANA) at `instant` (RFC 3339). Throws `RangeError` for a zone that does not exist.
 *
 * @example
 * dayInZone('2025-10-20T03:00:00Z', 'America/Chicago'); // '2025-10-19'
 */
export function dayInZone(instant: string, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(new Date(instant));
}
