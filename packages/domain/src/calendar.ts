/** Calendar days, `YYYY-MM-DD`. They are counted; only `startOfDay` and `endOfDay` make instants of some zone of them. */
import { wallClock } from './wall-clock.ts';

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

/**
 * Days since 1970-01-01; negative before.
 *
 * @example
 * dayNumber('1970-01-02'); // 1
 */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The number of a Monday, with which weeks begin. */
export const FIRST_MONDAY = dayNumber('1970-01-05');

/** Days are written with four digits for the year: the calendar ends with this one. */
const LAST_DAY = dayNumber('9999-12-31');

/** The day that is `number` days after 1970-01-01, at most 9999-12-31. */
export const dayOfNumber = (number: number): string =>
  new Date(Math.min(number, LAST_DAY) * DAY_MS).toISOString().slice(0, 10);

/**
 * The day `count` days later, at most 9999-12-31; earlier for a negative count.
 *
 * @example
 * addDays('2025-02-28', 1); // '2025-03-01'
 */
export const addDays = (day: string, count: number): string => dayOfNumber(dayNumber(day) + count);

/**
 * Calendar days from `from` to `to`; negative when `to` is earlier; null when either is no day.
 *
 * @example
 * daysBetween('2025-10-20', '2025-10-23'); // 3
 */
export function daysBetween(from: string, to: string): number | null {
  const days = dayNumber(to) - dayNumber(from);
  return Number.isNaN(days) ? null : days;
}

/**
 * The calendar day in `timeZone` (IANA) at `instant` (RFC 3339). Throws `RangeError` for a zone that does not exist.
 *
 * @example
 * dayInZone('2025-10-20T03:00:00Z', 'America/Chicago'); // '2025-10-19'
 */
export function dayInZone(instant: string, timeZone: string): string {
  const clock = wallClock(instant, timeZone);
  if (clock === null) throw new RangeError(`"${instant}" is no instant`);
  return dayOfNumber(Date.UTC(clock.year, clock.month - 1, clock.date) / DAY_MS);
}

/** No zone is further from UTC than this. */
const WIDEST_OFFSET_MS = 16 * 3_600_000;

/**
 * The instant (RFC 3339, UTC) from which on it is `day` in `timeZone`. Where a clock change skips midnight, the day
 * begins with that change; a day that a zone has left out begins where the next one does. Throws `RangeError` for a zone
 * that does not exist, and for what is no day.
 *
 * @example
 * startOfDay('2025-09-07', 'America/Santiago'); // '2025-09-07T04:00:00.000Z'
 */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = dayNumber(day) * DAY_MS;
  // Asks for the day alone, so that no offset has to be guessed: the last instant before it, and the first one in it.
  let before = midnight - WIDEST_OFFSET_MS;
  let within = midnight + WIDEST_OFFSET_MS;
  while (within - before > 1) {
    const between = Math.floor((before + within) / 2);
    if (dayInZone(new Date(between).toISOString(), timeZone) < day) before = between;
    else within = between;
  }
  return new Date(within).toISOString();
}

/**
 * The last millisecond of the day: each instant belongs to one day.
 *
 * @example
 * endOfDay('2025-10-20', 'America/Chicago'); // '2025-10-21T04:59:59.999Z'
 */
export const endOfDay = (day: string, timeZone: string): string =>
  new Date(Date.parse(startOfDay(addDays(day, 1), timeZone)) - 1).toISOString();

/**
 * How many days a month has; any day of it tells which.
 *
 * @example
 * daysInMonth('2024-02-01'); // 29
 */
export function daysInMonth(day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
