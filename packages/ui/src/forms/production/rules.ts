/**
 * From what was typed to an entry, or to words about what is wrong with it. The limits themselves are the
 * contracts' and the variance is the domain's; here they only get their sentences.
 */
import {
  fieldErrors,
  gasVolumeSchema,
  oilVolumeSchema,
  productionEntrySchema,
  VOLUME_FIELDS,
  waterVolumeSchema,
  type FieldError,
  type Product,
  type ProductionEntry,
  type VolumeField,
} from '@wellpulse/contracts';
import { assessVariance } from '@wellpulse/domain';
import { formatChange } from '../../format/percent.ts';
import { formatVolume, formatVolumeWithUnit, PRODUCT_NAMES } from '../../format/volume.ts';
import { readNumber } from '../typed-number.ts';
import type { EntryText } from './entry-text.ts';

export const ENTRY_PRODUCTS = ['OIL', 'GAS', 'WATER'] as const satisfies readonly Product[];

const schemas = { OIL: oilVolumeSchema, GAS: gasVolumeSchema, WATER: waterVolumeSchema };

export type ParsedVolume = { ok: true; volume: number | null } | { ok: false; message: string };

/** Reads a typed volume: "1,234.5" is 1234.5, nothing is null (not measured). */
export function parseVolume(text: string, product: Product): ParsedVolume {
  const typed = readNumber(text);
  if (typed === null) return { ok: true, volume: null };
  const name = PRODUCT_NAMES[product];
  if (Number.isNaN(typed)) return { ok: false, message: `${name} must be a number, such as 42.5` };
  const checked = schemas[product].safeParse(typed);
  if (checked.success) return { ok: true, volume: checked.data };
  const message = checked.error.issues[0]?.message ?? 'Is not valid';
  return { ok: false, message: `${name} ${message.charAt(0).toLowerCase()}${message.slice(1)}` };
}

/** The volume where the text is one, else null: for comparisons while somebody is still typing. */
export function volumeOrNull(text: string, product: Product): number | null {
  const parsed = parseVolume(text, product);
  return parsed.ok ? parsed.volume : null;
}

export type ParsedEntry = { ok: true; entry: ProductionEntry } | { ok: false; errors: FieldError[] };

/** An entry for a day not after `today` (the tenant's), or an error for each field that needs one. */
export function parseEntry(text: EntryText, today: string): ParsedEntry {
  const errors: FieldError[] = [];
  const volumes: Record<VolumeField, number | null> = { oilVolume: null, gasVolume: null, waterVolume: null };
  for (const product of ENTRY_PRODUCTS) {
    const field = VOLUME_FIELDS[product];
    const parsed = parseVolume(text[field], product);
    if (parsed.ok) volumes[field] = parsed.volume;
    else errors.push({ path: field, message: parsed.message });
  }
  if (text.productionDate > today)
    errors.push({ path: 'productionDate', message: 'The day must not be after today' });
  const notes = text.notes.trim() === '' ? null : text.notes;
  const checked = productionEntrySchema.safeParse({ productionDate: text.productionDate, ...volumes, notes });
  const known = new Set(errors.map((error) => error.path));
  if (checked.success) return errors.length === 0 ? { ok: true, entry: checked.data } : { ok: false, errors };
  // "Give at least one of oil, gas and water" would only confuse where one was given and misspelt.
  const misspelt = ENTRY_PRODUCTS.some((product) => known.has(VOLUME_FIELDS[product]));
  const rest = fieldErrors(checked.error).filter(
    (error) => !known.has(error.path) && !(misspelt && error.path === 'oilVolume'),
  );
  return { ok: false, errors: [...errors, ...rest] };
}

/** Why a volume is remarkable against the day before, or null: a warning, never a refusal. */
export function varianceNote(
  text: string,
  previous: number | null,
  product: Product,
  thresholdPercent: number,
): string | null {
  const variance = assessVariance(volumeOrNull(text, product), previous, thresholdPercent);
  if (variance === null) return null;
  const before = formatVolumeWithUnit(previous, product);
  if (variance.kind === 'STOPPED') return `Stopped: ${before} the day before`;
  if (variance.kind === 'RESUMED') return 'Producing again after zero the day before';
  return `${formatChange(variance.changePercent)} against ${formatVolume(previous)} the day before`;
}
