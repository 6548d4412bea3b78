/** An entry as it stands in the inputs: exactly what was typed. Nothing is lost by parsing too early. */
import {
  forEachField,
  PRODUCTION_VALUE_NAMES,
  PRODUCTION_VALUES,
  type ProductionRecord,
  type ProductionValueName,
} from '@wellpulse/contracts';

export type VolumesText = Record<ProductionValueName, string>;

export interface EntryText extends VolumesText {
  /** `YYYY-MM-DD`. */
  productionDate: string;
}

export const NO_VOLUMES_TEXT: VolumesText = forEachField(PRODUCTION_VALUES, () => '');

/** A new entry of a day. */
export function emptyEntry(productionDate: string): EntryText {
  return { productionDate, ...NO_VOLUMES_TEXT };
}

export type RecordedVolumes = Pick<ProductionRecord, ProductionValueName>;

/** What the inputs start with for values that are already recorded. */
export function volumesTextOf(record: RecordedVolumes): VolumesText {
  return forEachField(PRODUCTION_VALUES, (name) => inputText(record[name]));
}

/** A number without separators, as it is typed; empty for null. */
export const inputText = (value: string | number | null): string => (value === null ? '' : String(value));

/** The inputs of a record that is being changed. */
export function entryTextOf(record: RecordedVolumes & { productionDate: string }): EntryText {
  return { productionDate: record.productionDate, ...volumesTextOf(record) };
}

export function isBlank(text: VolumesText): boolean {
  return PRODUCTION_VALUE_NAMES.every((name) => text[name].trim() === '');
}
