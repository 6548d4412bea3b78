/**
 * Calendar days (`YYYY-MM-DD`) as people read them. A day is not an instant: it is written from its three numbers, so
 * that no time zone can move it to its neighbour.
 */
import { daysBetween } from '@wellpulse/domain';
import type { Texts } from '../en/index.ts';

interface DayParts {
  readonly year: number;
  readonly month: string;
  readonly date: number;
  readonly shortWeekday: string;
  readonly weekday: string;
}

function utcOf(day: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const utc = new Date(Date.UTC(year, month - 1, date));
  return utc.getUTCMonth() === month - 1 && utc.getUTCDate() === date ? utc : null;
}

export function dayFormats({ calendar }: Pick<Texts, 'calendar'>) {
  /** Writes a day by its parts; what is no day comes back as it is. */
  function written(day: string, write: (parts: DayParts) => string): string {
    const utc = utcOf(day);
    if (utc === null) return day;
    return write({
      year: utc.getUTCFullYear(),
      month: calendar.shortMonths[utc.getUTCMonth()] ?? '',
      date: utc.getUTCDate(),
      shortWeekday: calendar.shortWeekdays[utc.getUTCDay()] ?? '',
      weekday: calendar.weekdays[utc.getUTCDay()] ?? '',
    });
  }

  /** "24 Oct", where the year and the weekday say nothing. */
  const formatDayShort = (day: string): string => written(day, ({ date, month }) => `${date} ${month}`);

  /** "Fri 24 Oct". */
  const formatDay = (day: string): string =>
    written(day, ({ shortWeekday, date, month }) => `${shortWeekday} ${date} ${month}`);

  /** "24 Oct 2025". */
  const formatDayWithYear = (day: string): string =>
    written(day, ({ date, month, year }) => `${date} ${month} ${year}`);

  /** "Oct 2025" of `2025-10`. */
  const formatMonth = (month: string): string =>
    written(`${month}-01`, ({ month: name, year }) => `${name} ${year}`);

  /** "Fri 24 Oct 2025", where both matter, as in a tooltip. */
  const formatDayFull = (day: string): string =>
    written(day, ({ shortWeekday, date, month, year }) => `${shortWeekday} ${date} ${month} ${year}`);

  /** "Friday 24 Oct", for headings. */
  const formatDayHeading = (day: string): string =>
    written(day, ({ weekday, date, month }) => `${weekday} ${date} ${month}`);

  /** "Today", "Yesterday", or "Fri 24 Oct"; the year is added when it is not that of `today`. */
  function formatDayRelative(day: string, today: string): string {
    const distance = daysBetween(day, today);
    if (distance === 0) return calendar.today;
    if (distance === 1) return calendar.yesterday;
    return day.slice(0, 4) === today.slice(0, 4) ? formatDay(day) : formatDayWithYear(day);
  }

  /** "1 day", "90 days". */
  const formatDays = (days: number): string => calendar.span(days, 'day');

  /** How far a day is: "today", "in 12 days", "3 days ago". */
  function formatDaysLeft(daysLeft: number): string {
    if (daysLeft === 0) return calendar.todayInSentence;
    return daysLeft > 0 ? calendar.ahead(daysLeft, 'day') : calendar.ago(-daysLeft, 'day');
  }

  return {
    /** "Jan" to "Dec". */
    shortMonths: calendar.shortMonths,
    /** "Sun" to "Sat". */
    shortWeekdays: calendar.shortWeekdays,
    formatDay,
    formatDayFull,
    formatDayHeading,
    formatDayRelative,
    formatDays,
    formatDayShort,
    formatDaysLeft,
    formatDayWithYear,
    formatMonth,
  };
}
