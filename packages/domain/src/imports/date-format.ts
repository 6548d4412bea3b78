/** Reads days written as an import's mapping says, such as `dd-MMM-yy` for 07-Apr-14. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
  'december',
]; // prettier-ignore

const TOKEN_PATTERNS: Record<string, string> = {
  yyyy: '(?<year>\\d{4})',
  yy: '(?<shortYear>\\d{2})',
  MMMM: `(?<month>${LONG_MONTHS.join('|')})`,
  MMM: `(?<month>${MONTHS.join('|')})[a-z]*\\.?`,
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '\\d{2}',
  H: '\\d{1,2}',
  mm: '\\d{2}',
  ss: '\\d{2}(?:\\.\\d+)?',
};

/** Two-digit years up to this one are of this century. */
const LAST_SHORT_YEAR = 69;

export type DayReader = (text: string) => string | null;

/**
 * Compiles a format. The reader answers `YYYY-MM-DD`, or null for text that is no such day of the calendar. By a format without a day it
 * is the first of the month.
 *
 * @example
 * dayReader('MM/dd/yyyy')('10/20/2025'); // '2025-10-20'
 * dayReader('MM/dd/yyyy')('20/10/2025'); // null
 */
export function dayReader(format: string): DayReader {
  const source = format.replaceAll(
    /'([^']*)'|yyyy|yy|MMMM|MMM|MM|M|dd|d|HH|H|mm|ss|./g,
    (part, literal?: string) =>
      literal === undefined ? (TOKEN_PATTERNS[part] ?? escape(part)) : escape(literal),
  );
  const pattern = new RegExp(`^${source}$`, 'i');
  return (text) => {
    const groups = pattern.exec(text.trim())?.groups;
    if (groups === undefined) return null;
    return toDay(yearOf(groups), monthOf(groups['month'] ?? ''), Number(groups['day'] ?? 1));
  };
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

function yearOf(groups: Record<string, string | undefined>): number {
  if (groups['year'] !== undefined) return Number(groups['year']);
  const short = Number(groups['shortYear']);
  return short <= LAST_SHORT_YEAR ? 2000 + short : 1900 + short;
}

const monthOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;

function toDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
