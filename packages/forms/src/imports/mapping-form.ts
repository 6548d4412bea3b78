/** The content of the mapping form, its start for a file, and how it becomes the server's request. */
import {
  apiNumberSchema,
  forEachNumber,
  importMappingSchema,
  monthSchema,
  namesMonthOnly,
  READING_NUMBER_NAMES,
  READING_NUMBERS,
  uuidSchema,
  type ImportMapping,
  type ReadingNumber,
} from '@wellpulse/contracts';
import { dayReader } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { z } from 'zod';
import { parsedText, type ParsedText } from '../text/parsed-text.ts';
import type { CsvPreview } from './csv-preview.ts';

/** A mapping that is remembered from before there was this number names no column for it. */
const numberSchema = (name: ReadingNumber) =>
  z
    .object({ column: z.string(), unit: z.string() })
    .default({ column: '', unit: READING_NUMBERS[name].units[0] });

/** An empty column is one that was not chosen. */
export const mappingFormSchema = z.object({
  wellColumn: z.string(),
  wellBy: z.enum(['NAME', 'API_NUMBER', 'ID']),
  dateColumn: z.string(),
  dateFormat: z.string(),
  ...forEachNumber(numberSchema),
  /** Also of a mapping that is remembered from before there was this box. */
  monthColumn: z.string().default(''),
  rowsHold: z.enum(['DAY', 'MONTH']).default('DAY'),
  daysOnColumn: z.string().default(''),
  where: z.array(z.object({ column: z.string(), equals: z.string() })),
  decimalSeparator: z.enum(['.', ',']),
  onError: z.enum(['SKIP_ROW', 'ABORT']),
  typed: z.enum(['KEEP', 'REPLACE']).default('KEEP'),
});
/** What stands in the boxes of a mapping. */
export type MappingForm = z.infer<typeof mappingFormSchema>;

/** Ways in which days are written, the likelier first: of two that fit, the American order. */
export const DATE_FORMATS = [
  'yyyy-MM-dd',
  'M/d/yyyy',
  'd/M/yyyy',
  'M/d/yy',
  'd/M/yy',
  'd-MMM-yy',
  'd-MMM-yyyy',
  'd MMM yyyy',
  'd.M.yyyy',
  'd.M.yy',
  'yyyy/M/d',
  'yyyyMMdd',
  'yyyy-MM-dd HH:mm:ss',
  "yyyy-MM-dd'T'HH:mm:ss",
  'M/d/yyyy H:mm',
  'MMMM d, yyyy',
] as const;
/** The same for months. */
export const MONTH_FORMATS = [
  'yyyy-MM',
  'M/yyyy',
  'MMM-yy',
  'MMM-yyyy',
  'MMM yyyy',
  'MMMM yyyy',
  'yyyyMM',
] as const;

/**
 * The first format that reads every one of the texts; null if none does, or if there are no texts. A day is likelier than a month.
 *
 * @example
 * guessDateFormat(['24.10.2025', '']); // 'd.M.yyyy'
 */
export function guessDateFormat(
  texts: readonly string[],
  formats: readonly string[] = [...DATE_FORMATS, ...MONTH_FORMATS],
): string | null {
  const given = texts.filter((text) => text.trim() !== '');
  if (given.length === 0) return null;
  return (
    formats.find((format) => {
      const read = dayReader(format);
      return given.every((text) => read(text) !== null);
    }) ?? null
  );
}

/**
 * The cells of a column in the rows that were read.
 *
 * @example
 * cellsOfColumn(preview, 'Oil'); // ['42.5', '']
 */
export function cellsOfColumn({ header, rows }: CsvPreview, column: string): string[] {
  const index = header.indexOf(column);
  return index === -1 ? [] : rows.map(({ cells }) => cells?.[index] ?? '');
}

const isMostly = (cells: readonly string[], matches: (cell: string) => boolean): boolean => {
  const given = cells.filter((cell) => cell.trim() !== '');
  return given.length > 0 && given.filter(matches).length > given.length / 2;
};
const isNumeric = (cell: string) => /^-?[\d., ']+$/.test(cell.trim());

const isMonth = (cell: string) => monthSchema.safeParse(cell.trim()).success;

/** A form for the file, with the columns that their names and contents suggest. */
export function guessMapping(preview: CsvPreview): MappingForm {
  const find = (name: RegExp, fits: (cells: readonly string[]) => boolean = () => true) =>
    preview.header.find((column) => name.test(column) && fits(cellsOfColumn(preview, column))) ?? '';
  const numeric = (cells: readonly string[]) => isMostly(cells, isNumeric);
  const columnOf = (formats: readonly string[]) =>
    preview.header.find((column) => guessDateFormat(cellsOfColumn(preview, column), formats) !== null);
  const dateColumn = columnOf(DATE_FORMATS) ?? columnOf(MONTH_FORMATS) ?? '';
  const dateFormat = guessDateFormat(cellsOfColumn(preview, dateColumn)) ?? 'yyyy-MM-dd';
  const rowsHold = namesMonthOnly(dateFormat) ? 'MONTH' : 'DAY';
  const wellColumn = find(/api/i) || find(/well.*name|name.*well/i) || find(/well|bore/i);
  return {
    wellColumn,
    wellBy: identityOf(cellsOfColumn(preview, wellColumn)),
    dateColumn,
    dateFormat,
    rowsHold,
    daysOnColumn: rowsHold === 'MONTH' ? find(/days/i, numeric) : '',
    ...forEachNumber((name) => {
      const { heading, units } = READING_NUMBERS[name];
      return inUnit(find(new RegExp(heading, 'i'), numeric), units);
    }),
    // Many a measured file names its month too: only one that says so is taken for estimates unasked.
    monthColumn: find(/estimat/i, (cells) => isMostly(cells, isMonth)),
    where: [],
    decimalSeparator: preview.delimiter === ';' && hasDecimalCommas(preview) ? ',' : '.',
    onError: 'SKIP_ROW',
    typed: 'KEEP',
  };
}

const inUnit = (column: string, [usual, metric]: readonly [string, string?]): MappingForm['oil'] => ({
  column,
  unit: metric !== undefined && /m3/i.test(column) ? metric : usual,
});

function identityOf(cells: readonly string[]): MappingForm['wellBy'] {
  if (isMostly(cells, (cell) => apiNumberSchema.safeParse(cell).success)) return 'API_NUMBER';
  return isMostly(cells, (cell) => uuidSchema.safeParse(cell).success) ? 'ID' : 'NAME';
}

const hasDecimalCommas = ({ rows }: CsvPreview): boolean =>
  rows.some(({ cells }) => cells?.some((cell) => /^-?\d+,\d{1,2}$/.test(cell.trim())) === true);

/** What the server is asked, or what is wrong by the path in it: `date.format`, `oil.column`. */
export const toMapping = (words: Words, form: MappingForm, preview: CsvPreview): ParsedText<ImportMapping> =>
  parsedText(
    words,
    importMappingSchema.safeParse({
      well: { column: form.wellColumn, by: form.wellBy },
      date: { column: form.dateColumn, format: form.dateFormat },
      ...chosenNumbers(form),
      ...estimatesOf(form),
      where: form.where.filter(({ column }) => column !== ''),
      delimiter: preview.delimiter,
      decimalSeparator: form.decimalSeparator,
      onError: form.onError,
      typed: form.typed,
    }),
  );

/** Of a form for months the column of shares is out of sight, and says nothing. */
function estimatesOf({ rowsHold, monthColumn, daysOnColumn }: MappingForm) {
  if (rowsHold === 'MONTH')
    return { monthTotals: daysOnColumn === '' ? {} : { daysOn: { column: daysOnColumn } } };
  return monthColumn === '' ? {} : { estimatedFrom: { column: monthColumn } };
}

const chosenNumbers = (form: MappingForm) =>
  Object.fromEntries(
    READING_NUMBER_NAMES.flatMap((name) => (form[name].column === '' ? [] : [[name, form[name]]])),
  );

/** The columns that a form names and the file lacks, such as one that is remembered from another file. */
export function missingColumns(form: MappingForm, { header }: CsvPreview): string[] {
  const named = [
    form.wellColumn,
    form.dateColumn,
    ...READING_NUMBER_NAMES.map((name) => form[name].column),
    form.rowsHold === 'MONTH' ? form.daysOnColumn : form.monthColumn,
    ...form.where.map(({ column }) => column),
  ];
  return [...new Set(named)].filter((column) => column !== '' && !header.includes(column));
}
