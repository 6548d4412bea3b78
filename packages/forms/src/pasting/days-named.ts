import { dayReader } from '@wellpulse/domain';
import type { RowNaming } from './place-paste.ts';

/** How spreadsheets write days, the likely ones of this field first. */
const FORMATS = [
  'yyyy-MM-dd',
  'M/d/yyyy',
  'M/d/yy',
  'd-MMM-yyyy',
  'd-MMM-yy',
  'd MMM yyyy',
  'MMM d, yyyy',
  'd.M.yyyy',
  'd/M/yyyy',
  'd/M/yy',
];
/** The same without a year, which `days` gives. */
const FORMATS_OF_A_YEAR = ['M/d', 'd-MMM', 'd MMM', 'MMM d', 'd/M'];
/** "Fri 24 Oct": the name of the weekday tells nothing new. */
const WEEKDAY = /^[^\d\s.,/-]+\.?,?\s+(?=\S*\d)/;

/**
 * How a column of days names the rows of `days` (YYYY-MM-DD): by the one way of writing in which all its cells are days, and most are
 * among these. So 10/4 is April or October by the rows that stand there.
 *
 * @example
 * daysNamed(['2025-10-20', '2025-10-21'])(['10/20/2025'])?.('10/20/2025'); // 0
 */
export const daysNamed =
  (days: readonly string[]): RowNaming =>
  (cells) => {
    const written = cells.filter((cell) => cell !== '');
    if (written.length === 0) return null;
    const years = [...new Set(days.map((day) => day.slice(0, 4)))];
    const readers = [
      ...FORMATS.map((format) => ({ read: dayReader(format), year: '' })),
      ...years.flatMap((year) =>
        FORMATS_OF_A_YEAR.map((format) => ({ read: dayReader(`${format} yyyy`), year: ` ${year}` })),
      ),
    ].map(
      ({ read, year }) =>
        (cell: string): string | null =>
          read(`${cell}${year}`) ?? read(`${cell.replace(WEEKDAY, '')}${year}`),
    );
    const [best] = readers
      .filter((read) => written.every((cell) => read(cell) !== null))
      .map((read) => ({ read, found: written.filter((cell) => days.includes(read(cell) ?? '')).length }))
      .sort((left, right) => right.found - left.found);
    if (best === undefined) return null;
    return (cell) => {
      const at = days.indexOf(best.read(cell) ?? '');
      return at === -1 ? undefined : at;
    };
  };
