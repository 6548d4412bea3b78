/**
 * Calendar days (`YYYY-MM-DD`) as people read them. A day is not an instant: it is formatted from its three
 * numbers, so that no time zone can move it to its neighbour.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const LONG_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface DayParts {
  year: number;
  month: number;
  date: number;
  weekday: number;
}

function partsOf(day: string): DayParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const utc = new Date(Date.UTC(year, month - 1, date));
  if (utc.getUTCMonth() !== month - 1 || utc.getUTCDate() !== date) return null;
  return { year, month, date, weekday: utc.getUTCDay() };
}

/** "Fri 24 Oct". What is no day comes back as it is. */
export function formatDay(day: string): string {
  const parts = partsOf(day);
  return parts ? `${WEEKDAYS[parts.weekday]} ${parts.date} ${MONTHS[parts.month - 1]}` : day;
}

/** "24 Oct 2025". */
export function formatDayWithYear(day: string): string {
  const parts = partsOf(day);
  return parts ? `${parts.date} ${MONTHS[parts.month - 1]} ${parts.year}` : day;
}

/** "Fri 24 Oct 2025", where both matter, as in a tooltip. */
export function formatDayFull(day: string): string {
  const parts = partsOf(day);
  return parts ? `${WEEKDAYS[parts.weekday]} ${parts.date} ${MONTHS[parts.month - 1]} ${parts.year}` : day;
}

/** "Friday 24 Oct", for headings. */
export function formatDayHeading(day: string): string {
  const parts = partsOf(day);
  return parts ? `${LONG_WEEKDAYS[parts.weekday]} ${parts.date} ${MONTHS[parts.month - 1]}` : day;
}

/** "Today", "Yesterday", or "Fri 24 Oct"; the year is added when it is not today's. */
export function formatDayRelative(day: string, today: string): string {
  const distance = daysBetween(day, today);
  if (distance === 0) return 'Today';
  if (distance === 1) return 'Yesterday';
  return day.slice(0, 4) === today.slice(0, 4) ? formatDay(day) : formatDayWithYear(day);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier; null when either is no day. */
export function daysBetween(from: string, to: string): number | null {
  const [start, end] = [dayToUtcSeconds(from), dayToUtcSeconds(to)];
  return start === null || end === null ? null : (end - start) / 86_400;
}

/** Midnight UTC of a day in seconds: a position on an axis, not an instant. Null when it is no day. */
export function dayToUtcSeconds(day: string): number | null {
  const parts = partsOf(day);
  return parts ? Date.UTC(parts.year, parts.month - 1, parts.date) / 1000 : null;
}
