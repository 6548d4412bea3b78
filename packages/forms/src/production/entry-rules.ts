/**
 * From what was typed to an entry, or to words about what is wrong with it. The limits themselves are the
 * contracts' and the variance is the domain's; here they only get their sentences.
 */
import {
  fieldErrors,
  forEachField,
  PRODUCTION_VALUE_NAMES,
  PRODUCTION_VALUES,
  productionEntrySchema,
  productOf,
  VOLUME_FIELDS,
  type FieldError,
  type Product,
  type ProductionEntry,
  type ProductionRecord,
  type ProductionValueName,
  type VolumeField,
  type Volumes,
} from '@wellpulse/contracts';
import { assessVariance, measuredVolumes } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { readNumber } from '../text/typed-number.ts';
import type { EntryText } from './entry-text.ts';

export type ParsedValue<Value> = { ok: true; value: Value } | { ok: false; message: string };

/**
 * Reads a typed number of an entry: "1,234.5" is 1234.5, nothing is null (not measured).
 *
 * @example
 * parseReading(words, '1,234.5', 'oilVolume'); // { ok: true, value: 1234.5 }
 * parseReading(words, '-1', 'oilVolume'); // { ok: false, message: 'Oil must not be negative' }
 */
export function parseReading(
  words: Words,
  text: string,
  field: ProductionValueName,
): ParsedValue<number | null> {
  const typed = readNumber(text);
  if (typed === null) return { ok: true, value: null };
  const name = words.fieldLabel('production', field);
  if (Number.isNaN(typed)) return { ok: false, message: words.formMessages.notANumber(name) };
  const checked = PRODUCTION_VALUES[field].schema.safeParse(typed);
  if (checked.success) return { ok: true, value: typed };
  const sentence = checked.error.issues[0]?.message;
  const message = sentence === undefined ? words.formMessages.notValid : words.formatMessage(sentence);
  return { ok: false, message: `${name} ${message.charAt(0).toLowerCase()}${message.slice(1)}` };
}

/**
 * True if the field holds a number: a volume or another measurement. False for a text, such as notes.
 *
 * @example
 * isNumber('oilVolume'); // true
 */
export const isNumber = (field: ProductionValueName): boolean => PRODUCTION_VALUES[field].kind === 'NUMBER';

/**
 * The volume where the text is one, else null: for comparisons while somebody is still typing.
 *
 * @example
 * volumeOrNull('42.5', 'OIL'); // 42.5
 * volumeOrNull('42.', 'OIL'); // 42
 * volumeOrNull('-', 'OIL'); // null
 */
export function volumeOrNull(text: string, product: Product): number | null {
  return PRODUCTION_VALUES[VOLUME_FIELDS[product]].schema.safeParse(readNumber(text)).data ?? null;
}

export type ParsedEntry = { ok: true; entry: ProductionEntry } | { ok: false; errors: FieldError[] };

/**
 * An entry for a day not after `today` (the tenant's), or an error for each field that needs one.
 *
 * @example
 * const parsed = parseEntry(words, { ...emptyEntry('2025-10-20'), oilVolume: '42.5' }, '2025-10-20');
 * parsed.ok; // true
 */
export function parseEntry(words: Words, text: EntryText, today: string): ParsedEntry {
  const parsed = forEachField(PRODUCTION_VALUES, (field) => parseValue(words, text[field], field));
  const errors = PRODUCTION_VALUE_NAMES.flatMap((field): FieldError[] => {
    const value = parsed[field];
    return value.ok ? [] : [{ path: field, message: value.message }];
  });
  // "Give at least one of oil, gas and water" would only confuse where one was given and misspelt.
  const isMisspelt = errors.some(({ path }) => productOf(path) !== undefined);
  if (text.productionDate > today)
    errors.push({ path: 'productionDate', message: words.formMessages.dayAfterToday });
  const values = forEachField(PRODUCTION_VALUES, (field) => {
    const value = parsed[field];
    return value.ok ? value.value : null;
  });
  const checked = productionEntrySchema.safeParse({ productionDate: text.productionDate, ...values });
  if (checked.success) return errors.length === 0 ? { ok: true, entry: checked.data } : { ok: false, errors };
  const known = new Set(errors.map((error) => error.path));
  const rest = fieldErrors(checked.error)
    .filter(({ path }) => !known.has(path) && !(isMisspelt && path === 'oilVolume'))
    .map(({ path, message }) => ({ path, message: words.formatMessage(message) }));
  return { ok: false, errors: [...errors, ...rest] };
}

function parseValue(
  words: Words,
  text: string,
  field: ProductionValueName,
): ParsedValue<string | number | null> {
  if (isNumber(field)) return parseReading(words, text, field);
  return { ok: true, value: text.trim() === '' ? null : text };
}

/** The volumes of a day, and whether they are an estimate. */
export type DayVolumes = Volumes & Pick<ProductionRecord, 'estimatedFrom'>;

/**
 * The volume that the next day's is compared with. Null where nobody read one off.
 *
 * @example
 * comparedVolume({ oilVolume: 30, gasVolume: null, waterVolume: null, estimatedFrom: '2025-10' }, 'oilVolume'); // null
 */
export const comparedVolume = (previous: DayVolumes | null | undefined, field: VolumeField): number | null =>
  measuredVolumes(previous)?.[field] ?? null;

/**
 * The volume of a day as it is shown beside another one: an estimate is marked as such.
 *
 * @example
 * shownVolume(words, { oilVolume: 30, gasVolume: null, waterVolume: null, estimatedFrom: '2025-10' }, 'oilVolume'); // 'est. 30.0'
 */
export function shownVolume(words: Words, day: DayVolumes, field: VolumeField): string {
  const volume = words.formatVolume(day[field]);
  return day.estimatedFrom === null || day[field] === null ? volume : words.readingWords.estimate(volume);
}

/**
 * Why a volume is remarkable against the day before, or null: a warning, never a refusal.
 *
 * @example
 * varianceNote(words, '70', 100, 'OIL', 20); // '−30 % against 100.0 the day before'
 * varianceNote(words, '95', 100, 'OIL', 20); // null
 */
export function varianceNote(
  words: Words,
  text: string,
  previous: number | null,
  product: Product,
  thresholdPercent: number,
): string | null {
  const variance = assessVariance(volumeOrNull(text, product), previous, thresholdPercent);
  return variance === null ? null : words.formatVariance(variance, previous, product);
}
