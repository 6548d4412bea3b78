/** An entry as it stands in the inputs: exactly what was typed. Nothing is lost by parsing too early. */
import type { ProductionRecord } from '@wellpulse/contracts';
import { volumeInputText } from '../../format/volume.ts';

export interface VolumesText {
  oilVolume: string;
  gasVolume: string;
  waterVolume: string;
  notes: string;
}

export interface EntryText extends VolumesText {
  /** `YYYY-MM-DD`. */
  productionDate: string;
}

export const NO_VOLUMES_TEXT: VolumesText = { oilVolume: '', gasVolume: '', waterVolume: '', notes: '' };

/** A new entry of a day. */
export function emptyEntry(productionDate: string): EntryText {
  return { productionDate, ...NO_VOLUMES_TEXT };
}

export type RecordedVolumes = Pick<ProductionRecord, 'oilVolume' | 'gasVolume' | 'waterVolume' | 'notes'>;

/** What the inputs start with for values that are already recorded. */
export function volumesTextOf(record: RecordedVolumes): VolumesText {
  return {
    oilVolume: volumeInputText(record.oilVolume),
    gasVolume: volumeInputText(record.gasVolume),
    waterVolume: volumeInputText(record.waterVolume),
    notes: record.notes ?? '',
  };
}

/** The inputs of a record that is being changed. */
export function entryTextOf(record: RecordedVolumes & { productionDate: string }): EntryText {
  return { productionDate: record.productionDate, ...volumesTextOf(record) };
}

export function isBlank(text: VolumesText): boolean {
  return [text.oilVolume, text.gasVolume, text.waterVolume, text.notes].every((field) => field.trim() === '');
}
