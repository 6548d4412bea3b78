/**
 * Reads one record of a file of production by the import's mapping: which well, which day, which volumes, or why it is
 * refused. The server reads the whole file by it, and the dashboard reads the first rows. So the preview tells the truth.
 */
import {
  hasVolume,
  monthSchema,
  productOf,
  READING_FIELDS,
  READING_NUMBER_NAMES,
  READING_NUMBERS,
  type ImportMapping,
  type ImportRefusal,
  type ReadingField,
  type ReadingNumbers,
  message,
} from '@wellpulse/contracts';
import { addDays, daysInMonth } from '../calendar.ts';
import { dayReader } from './date-format.ts';
import { volumeReader, type VolumeReader } from './volume-reader.ts';

/** What a row says: the volumes of one day of one well. */
export interface ReadingRow {
  readonly kind: 'ROW';
  readonly wellId: string;
  readonly day: string;
  /** The day as the file has it, for a refusal. */
  readonly dayText: string;
  /** The month that it is a share of, or the totals of; null for what was measured. */
  readonly estimatedFrom: string | null;
  /** Over how many days from `day` on the volumes are spread; null for those of a day. */
  readonly spreadOver: number | null;
  readonly volumes: ReadingNumbers;
}

/** A row that changes nothing, with the first reason for that. */
export interface RowRefusal {
  readonly kind: 'REFUSED';
  readonly code: ImportRefusal;
  /** The column at fault with its text; null where it is the row. */
  readonly column: string | null;
  readonly value: string | null;
  /** Begins in upper case and is about the value: message('cellNotANumber'). */
  readonly reason: string;
}

/** `SKIPPED`: the mapping's filter leaves the row out. */
export type ImportRow = ReadingRow | { readonly kind: 'SKIPPED' } | RowRefusal;

export type FoundWell =
  | { readonly ok: true; readonly wellId: string }
  | { readonly ok: false; readonly code: ImportRefusal; readonly reason: string };

/** Finds the well that a cell names. */
export type WellFinder = (text: string) => FoundWell;

/** Where in a record the columns of the mapping stand. */
export interface ImportColumns {
  readonly well: number;
  readonly date: number;
  readonly filters: readonly { readonly index: number; readonly equals: string }[];
  readonly volumes: readonly VolumeColumn[];
  readonly estimatedFrom: NamedColumn | null;
  /** Of rows with the totals of a month. */
  readonly daysOn: NamedColumn | null;
}

interface NamedColumn {
  readonly column: string;
  readonly index: number;
}

interface VolumeColumn {
  readonly field: ReadingField;
  readonly column: string;
  readonly index: number;
  readonly read: VolumeReader;
}

/** A column that the mapping names at `path` and the file lacks. */
export interface MissingColumn {
  readonly column: string;
  readonly path: string;
}

/**
 * Finds the mapping's columns in the header of a file; the first that is missing, if one is.
 *
 * @example
 * const found = importColumns(mapping, ['Well', 'Date', 'Oil']);
 * if (!found.ok) say(found.missing);
 */
export function importColumns(
  mapping: ImportMapping,
  header: readonly string[],
):
  | { readonly ok: true; readonly columns: ImportColumns }
  | { readonly ok: false; readonly missing: MissingColumn } {
  const missing: MissingColumn[] = [];
  const indexOf = (column: string, path: string): number => {
    const index = header.indexOf(column.trim());
    if (index === -1) missing.push({ column, path });
    return index;
  };
  const optional = (named: { readonly column: string } | undefined, path: string): NamedColumn | null =>
    named === undefined ? null : { column: named.column, index: indexOf(named.column, `${path}.column`) };
  const columns = {
    well: indexOf(mapping.well.column, 'mapping.well.column'),
    date: indexOf(mapping.date.column, 'mapping.date.column'),
    volumes: READING_NUMBER_NAMES.flatMap((name): VolumeColumn[] => {
      const given = mapping[name];
      if (given === undefined) return [];
      const { column, unit } = given;
      const { field } = READING_NUMBERS[name];
      const index = indexOf(column, `mapping.${name}.column`);
      const read = volumeReader(productOf(field), unit === 'SM3', mapping.decimalSeparator);
      return [{ field, column, index, read }];
    }),
    estimatedFrom: optional(mapping.estimatedFrom, 'mapping.estimatedFrom'),
    daysOn: optional(mapping.monthTotals?.daysOn, 'mapping.monthTotals.daysOn'),
    filters: mapping.where.map(({ column, equals }, position) => ({
      index: indexOf(column, `mapping.where[${position}].column`),
      equals: equals.trim(),
    })),
  };
  const [first] = missing;
  return first === undefined ? { ok: true, columns } : { ok: false, missing: first };
}

/** Every number of a reading, none of them measured. */
export const NO_NUMBERS = Object.fromEntries(READING_FIELDS.map((field) => [field, null])) as ReadingNumbers;

/**
 * Reads the cells of one record. `today` is the tenant's: the total of a month that is not over is no total.
 *
 * @example
 * const read = importRowReader(mapping, header, columns, { findWell, today: '2025-10-21' });
 * read(['Cooper 14', '10/20/2025', '42.5']);
 */
export function importRowReader(
  mapping: ImportMapping,
  header: readonly string[],
  columns: ImportColumns,
  { findWell, today }: { readonly findWell: WellFinder; readonly today: string },
): (cells: readonly string[]) => ImportRow {
  const isOfMonths = mapping.monthTotals !== undefined;
  const readDay = dayReader(mapping.date.format);
  return (cells) => {
    const cell = (index: number): string => cells[index] ?? '';
    const isMeant = columns.filters.every(({ index, equals }) => cell(index).trim() === equals);
    if (!isMeant) return { kind: 'SKIPPED' };
    if (cells.length !== header.length) {
      return malformed(message('otherCellCount', { count: cells.length, expected: header.length }));
    }
    const refuse = (code: ImportRefusal, column: string, index: number, reason: string): RowRefusal => ({
      kind: 'REFUSED',
      code,
      column,
      value: cell(index),
      reason,
    });
    const well = findWell(cell(columns.well));
    if (!well.ok) return refuse(well.code, mapping.well.column, columns.well, well.reason);
    const dayText = cell(columns.date);
    const given = readDay(dayText);
    if (given === null) {
      const { format } = mapping.date;
      const reason = message(isOfMonths ? 'otherMonthFormat' : 'otherDateFormat', { format });
      return refuse('DATE_INVALID', mapping.date.column, columns.date, reason);
    }
    const day = isOfMonths ? `${given.slice(0, 7)}-01` : given;
    if (isOfMonths && addDays(day, daysInMonth(day)) > today)
      return refuse('DATE_IN_FUTURE', mapping.date.column, columns.date, message('monthNotOver'));
    const { estimatedFrom: month } = columns;
    const monthText = month === null ? '' : cell(month.index).trim();
    if (month !== null && monthText !== '' && !monthSchema.safeParse(monthText).success)
      return refuse('MONTH_INVALID', month.column, month.index, message('notAMonth'));
    const volumes: ReadingNumbers = { ...NO_NUMBERS };
    for (const { field, column, index, read } of columns.volumes) {
      const reading = read(cell(index));
      if (!reading.ok) return refuse(reading.code, column, index, reading.reason);
      volumes[field] = reading.volume;
    }
    const { daysOn } = columns;
    const spreadOver = isOfMonths
      ? readDaysOn(daysOn === null ? '' : cell(daysOn.index), volumes, daysInMonth(day))
      : null;
    if (isOfMonths && spreadOver === null && daysOn !== null)
      return refuse('DAYS_ON_INVALID', daysOn.column, daysOn.index, message('notDaysOn'));
    const share = monthText === '' ? null : monthText;
    const estimatedFrom = isOfMonths ? day.slice(0, 7) : share;
    if (hasVolume(volumes))
      return { kind: 'ROW', wellId: well.wellId, day, dayText, estimatedFrom, spreadOver, volumes };
    const column = columns.volumes[0]?.column ?? null;
    const reason = message('volumesMissing');
    return { kind: 'REFUSED', code: 'VOLUME_MISSING', column, value: '', reason };
  };
}

/** On no day nothing was produced: that is said of each day. Null for what is no number of days of the month. */
function readDaysOn(text: string, totals: ReadingNumbers, daysInAll: number): number | null {
  const given = text.trim();
  if (given === '') return daysInAll;
  const days = /^\d{1,2}$/.test(given) ? Number(given) : Number.NaN;
  if (days === 0) return READING_FIELDS.every((field) => (totals[field] ?? 0) === 0) ? daysInAll : null;
  return days <= daysInAll ? days : null;
}

/**
 * The row itself can't be taken apart as its header says.
 *
 * @example
 * const refusal = malformed('A quote is not closed');
 */
export const malformed = (reason: string): RowRefusal => ({
  kind: 'REFUSED',
  code: 'MALFORMED_ROW',
  column: null,
  value: null,
  reason,
});
