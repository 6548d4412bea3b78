/** An entry as it stands in the inputs: exactly what was typed. Nothing is lost by parsing too early. */
import {
  forEachField,
  PRODUCTION_VALUE_NAMES,
  productOf,
  PRODUCTION_VALUES,
  type ProductionRecord,
  type ProductionValueName,
} from '@wellpulse/contracts';

/** The typed text of each value of a reading, by the field's name. */
export type VolumesText = Record<ProductionValueName, string>;

/** The typed text of an entry, with its day. */
export interface EntryText extends VolumesText {
  /** `YYYY-MM-DD`. */
  productionDate: string;
}

export const NO_VOLUMES_TEXT: VolumesText = forEachField(PRODUCTION_VALUES, () => '');

/**
 * A new entry of a day.
 *
 * @example
 * emptyEntry('2025-10-20').oilVolume; // ''
 */
export function emptyEntry(productionDate: string): EntryText {
  return { productionDate, ...NO_VOLUMES_TEXT };
}

/** The values of a reading that was recorded. Volumes are in bbl and MCF; null is not measured. */
export type RecordedVolumes = Pick<ProductionRecord, ProductionValueName | 'estimatedFrom'>;

/** What the inputs start with for values that are already recorded. */
export function volumesTextOf(record: RecordedVolumes): VolumesText {
  return forEachField(PRODUCTION_VALUES, (name) => inputText(record[name]));
}

/**
 * A number without separators, as it is typed; empty for null.
 *
 * @example
 * inputText(1234.5); // '1234.5'
 */
export const inputText = (value: string | number | null): string => (value === null ? '' : String(value));

/**
 * The inputs of a record that is being changed. Those for the volumes of an estimate are empty: what is typed takes its whole
 * place, and nobody read off the rest (ADR 80).
 *
 * @example
 * const text = entryTextOf(record);
 * text.oilVolume; // the recorded 42.5 is '42.5'
 */
export function entryTextOf(record: RecordedVolumes & { productionDate: string }): EntryText {
  const { productionDate, estimatedFrom } = record;
  const isKept = (name: ProductionValueName): boolean =>
    estimatedFrom === null || productOf(name) === undefined;
  const texts = forEachField(PRODUCTION_VALUES, (name) => (isKept(name) ? inputText(record[name]) : ''));
  return { productionDate, ...texts };
}

/**
 * True if nothing but blanks was typed in any field.
 *
 * @example
 * isBlank(emptyEntry('2025-10-20')); // true
 */
export function isBlank(text: VolumesText): boolean {
  return PRODUCTION_VALUE_NAMES.every((name) => text[name].trim() === '');
}
