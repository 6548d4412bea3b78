/**
 * The field types that every record, request and event is made of. A limit or a format stands here once;
 * nothing else in the project repeats it.
 */
import { z } from 'zod';
import { message } from '../messages/messages.ts';
import { isStorable } from './storable-text.ts';

/**
 * Text a person typed, in Unicode's composed form (NFC) and trimmed, between `min` and `max` characters.
 *
 * @example
 * text(60, 1).parse('  Cooper 14 '); // 'Cooper 14'
 */
export const text = (max: number, min = 0) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(min, min === 1 ? message('notEmpty') : message('tooShort', { count: min }))
    .max(max, message('tooLong', { count: max }))
    .refine(isStorable, message('notStorable'));

/** The same where nobody has to type it: blank is null. */
export const optionalText = (max: number) => blankIsNull(text(max).nullable());

export const blankIsNull = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema.overwrite((value) => (value === '' ? (null as z.output<Schema>) : value));

/** Any 128 bits, as PostgreSQL takes them: an id that is none of ours is not found rather than malformed. */
export const uuidSchema = z.guid(message('notUuid')).toLowerCase();

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day of the calendar: 2025-02-29 is not one. */
const isCalendarDay = (value: string): boolean => {
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
};

/** A month of the calendar, `YYYY-MM`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, message('notAMonth'));

/** A calendar day, `YYYY-MM-DD`. It has no time zone: which day "today" is, the tenant's zone decides. */
export const daySchema = z
  .string()
  .regex(DAY_PATTERN, message('notADay'))
  .refine((value) => !DAY_PATTERN.test(value) || (isCalendarDay(value) && value >= '1900-01-01'), {
    message: message('noSuchDay'),
  })
  .meta({ format: 'date', example: '2025-10-20' });

/** True for an instant of the years 1 to 9999 in UTC: what RFC 3339 and PostgreSQL can both write. */
const isOfFourDigitYear = (value: string): boolean => {
  const year = new Date(value).getUTCFullYear();
  return year >= 1 && year <= 9999;
};

/** An instant, RFC 3339. */
export const instantSchema = z.iso
  .datetime({ offset: true, abort: true, error: message('notAnInstant') })
  .refine(isOfFourDigitYear, message('noSuchYear'));

/** The largest volume of a day: bbl or MCF. */
export const MAX_VOLUME = 99_999_999.99;

/** Two decimals at most, judged on the decimal number that was typed and not on its binary neighbour. */
export const hasTwoDecimals = (value: number): boolean => Number(value.toFixed(2)) === value;

/** What is measured or paid: not negative, in hundredths. */
export const amountSchema = (max: number) =>
  z
    .number(message('notANumber'))
    .min(0, message('negative'))
    .max(max, message('tooLarge'))
    .refine(hasTwoDecimals, message('moreDecimals'));

/** Seven decimals of a degree are a centimetre; what devices report beyond them is noise, and is not stored. */
const toSevenDecimals = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
const degrees = (max: number) =>
  z.number().min(-max).max(max).overwrite(toSevenDecimals).meta({ description: 'WGS 84 degrees' });

/** WGS 84 degrees north of the equator; south of it they are negative. */
export const latitudeSchema = degrees(90);
/** WGS 84 degrees east of Greenwich; west of it they are negative. */
export const longitudeSchema = degrees(180);

/** Where a person stood when an entry was made. Distances in feet, as the industry in Texas speaks. */
export const locationSchema = z.strictObject({
  latitude: latitudeSchema,
  longitude: longitudeSchema,
  accuracyFeet: z.number().min(0).max(10_000_000),
  capturedAt: instantSchema,
  distanceFeet: z.number().min(0).max(100_000_000).nullable(),
});
export type Location = z.infer<typeof locationSchema>;

/** Counts the changes of a record's values; 0 stands for "no record". */
export const versionSchema = z.int().min(1);

/** An e-mail address, in small letters. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, message('tooLong', { count: 254 }))
  .pipe(z.email(message('notAnEmail')));

/** A time zone of the IANA database, such as America/Chicago. */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, message('notATimeZone'));

/** Asking costs a formatter each time, and the same few zones are asked for all the time. */
const knownZones = new Set<string>();

function isTimeZone(value: string): boolean {
  if (knownZones.has(value)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    knownZones.add(value);
    return true;
  } catch {
    return false;
  }
}
