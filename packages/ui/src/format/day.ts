/**
 * Calendar days (`YYYY-MM-DD`) as people read them. A day is not an instant: it is formatted from its three
 * numbers, so that no time zone can move it to its neighbour.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const LONG_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface DayParts {
  year: number;
  month: string;
  date: number;
  weekday: string;
  longWeekday: string;
}

function utcOf(day: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const utc = new Date(Date.UTC(year, month - 1, date));
  return utc.getUTCMonth() === month - 1 && utc.getUTCDate() === date ? utc : null;
}

/** Writes a day by its parts; what is no day comes back as it is. */
function written(day: string, write: (parts: DayParts) => string): string {
  const utc = utcOf(day);
  if (utc === null) return day;
  return write({
    year: utc.getUTCFullYear(),
    month: MONTHS[utc.getUTCMonth()] ?? '',
    date: utc.getUTCDate(),
    weekday: WEEKDAYS[utc.getUTCDay()] ?? '',
    longWeekday: LONG_WEEKDAYS[utc.getUTCDay()] ?? '',
  });
}

/** "Fri 24 Oct". */
export function formatDay(day: string): string {
  return written(day, ({ weekday, date, month }) => `${weekday} ${date} ${month}`);
}

/** "24 Oct 2025". */
export function formatDayWithYear(day: string): string {
  return written(day, ({ date, month, year }) => `${date} ${month} ${year}`);
}

/** "Fri 24 Oct 2025", where both matter, as in a tooltip. */
export function formatDayFull(day: string): string {
  return written(day, ({ weekday, date, month, year }) => `${weekday} ${date} ${month} ${year}`);
}

/** "Friday 24 Oct", for headings. */
export function formatDayHeading(day: string): string {
  return written(day, ({ longWeekday, date, month }) => `${longWeekday} ${date} ${month}`);
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
  const utc = utcOf(day);
  return utc === null ? null : utc.getTime() / 1000;
}
