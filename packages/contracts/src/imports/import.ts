import { z } from 'zod';
import { daySchema, uuidSchema } from '../fields/fields.ts';
import { message } from '../messages/messages.ts';
import { sizeText } from '../messages/size-text.ts';

const column = z.string().min(1, message('columnUnnamed')).max(200);

/** What a date format is made of, as in Unicode TR 35: `dd-MMM-yy` reads 07-Apr-14. */
const DATE_FORMAT_PATTERN = /^(?:[-yMdHms/.,: T]|'[^']*')+$/;
/** The parts that make a day, each in its spellings. Two-digit years mean 1970 to 2069. */
const DAY_PARTS = [
  ['yyyy', 'yy'],
  ['MMMM', 'MMM', 'MM', 'M'],
  ['dd', 'd'],
];
/** A time of day may stand beside it; it says nothing. */
const TIME_PARTS = ['HH', 'H', 'mm', 'ss'];

/** True if each of `wanted` stands in the format once, and no other part of a day; what is in quotes is only text. */
function namesOnce(format: string, wanted: readonly (readonly string[])[]): boolean {
  const parts: string[] = format.replaceAll(/'[^']*'/g, ' ').match(/y+|M+|d+|H+|m+|s+/g) ?? [];
  const dayParts = parts.filter((part) => !TIME_PARTS.includes(part));
  return (
    dayParts.length === wanted.length &&
    wanted.every((spellings) => dayParts.some((part) => spellings.includes(part)))
  );
}

const namesOneDay = (format: string): boolean => namesOnce(format, DAY_PARTS);

/**
 * Whether a date format names a month and no day of it.
 *
 * @example
 * namesMonthOnly('MMM yyyy'); // true
 */
export const namesMonthOnly = (format: string): boolean => namesOnce(format, DAY_PARTS.slice(0, 2));

/**
 * The numbers of a reading by their short names: in the mapping of a file and on a device's command line. The first of
 * `units` is the field's own; a column whose heading holds `heading` is likely the one that is meant.
 */
export const READING_NUMBERS = {
  oil: { field: 'oilVolume', units: ['BBL', 'SM3'], heading: 'oil' },
  gas: { field: 'gasVolume', units: ['MCF', 'SM3'], heading: 'gas' },
  water: { field: 'waterVolume', units: ['BBL', 'SM3'], heading: 'wat' },
} as const;
export type ReadingNumber = keyof typeof READING_NUMBERS;
/** The names of a reading's numbers in records. */
export type ReadingField = (typeof READING_NUMBERS)[ReadingNumber]['field'];
/** The numbers of a reading by their names in records; null where none was measured. */
export type ReadingNumbers = Record<ReadingField, number | null>;

/**
 * Something for each of them, by its short name.
 *
 * @example
 * forEachNumber((name) => name.length); // { oil: 3, gas: 3, water: 5 }
 */
export const forEachNumber = <Made>(make: (name: ReadingNumber) => Made) =>
  Object.fromEntries(READING_NUMBER_NAMES.map((name) => [name, make(name)])) as Record<ReadingNumber, Made>;

/** The short names of a reading's numbers. */
export const READING_NUMBER_NAMES = Object.keys(READING_NUMBERS) as ReadingNumber[];
/** The names of a reading's numbers in records, in the order of the short names. */
export const READING_FIELDS: readonly ReadingField[] = READING_NUMBER_NAMES.map(
  (name) => READING_NUMBERS[name].field,
);

const numberColumn = <const Units extends readonly [string, ...string[]]>({
  units,
}: {
  readonly units: Units;
}) => z.strictObject({ column, unit: z.enum(units) }).optional();

/** How the columns of a file become production records. */
export const importMappingSchema = z
  .strictObject({
    well: z.strictObject({ column, by: z.enum(['NAME', 'API_NUMBER', 'ID']) }),
    date: z.strictObject({
      column,
      format: z.string().max(40).regex(DATE_FORMAT_PATTERN, message('notADateFormat')),
    }),
    oil: numberColumn(READING_NUMBERS.oil),
    gas: numberColumn(READING_NUMBERS.gas),
    water: numberColumn(READING_NUMBERS.water),
    estimatedFrom: z.strictObject({ column }).optional().meta({
      description:
        'Holds the month (`2025-10`) that the row is a share of: such a reading is an estimate, and gives way to what is typed or measured. Blank for a measured day',
    }),
    monthTotals: z
      .strictObject({
        daysOn: z.strictObject({ column }).optional().meta({
          description: 'Holds on how many days of the month the well produced; blank for all of them',
        }),
      })
      .optional()
      .meta({
        description:
          'Each row holds the totals of the month that its date lies in. They become estimates of its days, or of its first days on, that sum to them to the hundredth. `date` need not name a day then',
      }),
    where: z
      .array(z.strictObject({ column, equals: z.string().max(200) }))
      .max(20)
      .default([])
      .meta({ description: 'Rows that do not match all of these are skipped' }),
    delimiter: z
      .enum([',', ';', '\t', '|'])
      .optional()
      .meta({ description: 'Found out from the first line if left out' }),
    decimalSeparator: z.enum(['.', ',']).default('.'),
    onError: z.enum(['SKIP_ROW', 'ABORT']).default('SKIP_ROW'),
    typed: z.enum(['KEEP', 'REPLACE']).default('KEEP').meta({
      description: 'What becomes of a value that a person typed and the file says otherwise',
    }),
  })
  .refine((mapping) => mapping.oil ?? mapping.gas ?? mapping.water, {
    message: message('noVolumeMapped'),
    path: ['oil'],
  })
  .refine(
    ({ date: { format }, monthTotals }) =>
      namesOneDay(format) || (monthTotals !== undefined && namesMonthOnly(format)),
    { message: message('dateFormatIncomplete'), path: ['date', 'format'] },
  )
  .refine(({ estimatedFrom, monthTotals }) => estimatedFrom === undefined || monthTotals === undefined, {
    message: message('sharesOrTotals'),
    path: ['monthTotals'],
  });
export type ImportMapping = z.output<typeof importMappingSchema>;
export type ImportMappingInput = z.input<typeof importMappingSchema>;

/** Why a row of a file was not taken. */
export const IMPORT_REFUSALS = [
  'MALFORMED_ROW',
  'WELL_UNKNOWN',
  'WELL_AMBIGUOUS',
  'WELL_PLUGGED',
  'DATE_INVALID',
  'DATE_IN_FUTURE',
  'NUMBER_INVALID',
  'VOLUME_NEGATIVE',
  'VOLUME_TOO_LARGE',
  'VOLUME_MISSING',
  'DUPLICATE_DAY',
  'MONTH_INVALID',
  'DAYS_ON_INVALID',
  'REFUSED_BY_DATABASE',
] as const;
export const importRefusalSchema = z.enum(IMPORT_REFUSALS);
export type ImportRefusal = z.infer<typeof importRefusalSchema>;

/** A row of a file that was not taken: where it stands, and why. */
export const refusedRowSchema = z.object({
  row: z.int().meta({ description: 'The line number in the file; the header is line 1' }),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: importRefusalSchema,
  reason: z.string(),
});
export type RefusedRow = z.infer<typeof refusedRowSchema>;

/** A value that a person typed and the file says otherwise: it stayed. */
export const keptValueSchema = z.object({
  row: z.int(),
  wellId: uuidSchema,
  productionDate: daySchema,
  field: z.enum(READING_FIELDS as [ReadingField, ...ReadingField[]]),
  typed: z.number(),
  imported: z.number(),
});
export type KeptValue = z.infer<typeof keptValueSchema>;

/** What became of a file's rows. */
export const importResultSchema = z
  .object({
    importId: uuidSchema,
    dryRun: z.boolean(),
    aborted: z.boolean().meta({ description: 'True if nothing was taken because of `onError: ABORT`' }),
    rows: z.int().meta({ description: 'Data rows read' }),
    taken: z
      .int()
      .meta({ description: 'Readings that are new; a total of a month becomes one for each day' }),
    updated: z.int(),
    unchanged: z.int(),
    skipped: z.int().meta({ description: 'Rows that `where` left out' }),
    refused: z.array(refusedRowSchema),
    refusedTotal: z.int().meta({ description: '`refused` lists the first 10,000 of them' }),
    kept: z.array(keptValueSchema).meta({ description: 'Values that people typed and that stayed' }),
    keptTotal: z.int().meta({ description: '`kept` lists the first 10,000 of them' }),
  })
  .meta({ id: 'ImportResult' });
export type ImportResult = z.infer<typeof importResultSchema>;

/** So many refused rows, and so many kept values, are named at most; all are counted. */
export const MAX_REFUSED_LISTED = 10_000;
/** The largest file of an import, in bytes. */
export const MAX_IMPORT_BYTES = 200 * 1024 * 1024;
/** What is said of a file that is larger. */
export const IMPORT_TOO_LARGE = message('fileTooLarge', { most: sizeText(MAX_IMPORT_BYTES) });

/** How far a running import is; sent over the tenant's live stream. */
export const importProgressSchema = z.object({
  importId: uuidSchema,
  bytesRead: z.int(),
  bytesTotal: z.int().nullable(),
  rows: z.int(),
  taken: z.int(),
  refused: z.int(),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;
