/** Values of records, as people read them. */
import {
  equipmentStatusSchema,
  equipmentTypeSchema,
  factsNamed,
  locationSchema,
  maintenanceTypeSchema,
  wellStatusSchema,
} from '@wellpulse/contracts';
import type { Texts } from '../en/index.ts';
import { NO_VALUE } from '../lib/decimal.ts';
import { codeNames } from './code-names.ts';
import { dayFormats } from './days.ts';
import { quantityFormats } from './quantities.ts';
import { volumeFormats } from './volumes.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;

export function valueFormats(texts: Texts) {
  const { equipmentStatusNames, equipmentTypeNames, maintenanceTypeNames, wellStatusNames } =
    codeNames(texts);
  const { formatDays, formatDayWithYear, formatMonth } = dayFormats(texts);
  const { formatCost, formatPlace, formatPosition } = quantityFormats(texts);
  const { formatVolumeExact } = volumeFormats(texts);

  /** A value of a record as the log holds it, as people read it. */
  function fieldValue(field: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return NO_VALUE;
    if (typeof value === 'number') return numberText(field, value);
    if (typeof value === 'string') return codeText(value);
    if (typeof value === 'boolean') return value ? texts.fields.yes : texts.fields.no;
    if (field === 'photoHashes' && Array.isArray(value))
      return value.length === 0 ? NO_VALUE : texts.events.photos(value.length);
    const location = locationSchema.safeParse(value).data;
    return location === undefined
      ? JSON.stringify(value)
      : `${formatPlace(location)} (${formatPosition(location)})`;
  }

  function numberText(field: string, value: number): string {
    const unit = factsNamed(field)?.unit;
    if (unit === 'USD') return formatCost(value);
    if (unit === 'days') return formatDays(value);
    if (unit === undefined) return String(value);
    // A position is copied into maps, digit by digit.
    return `${unit === '°' ? String(value) : formatVolumeExact(value)} ${unit}`;
  }

  /** A code or a day in its words; what is neither is what somebody typed. */
  function codeText(text: string): string {
    if (DAY.test(text)) return formatDayWithYear(text);
    if (MONTH.test(text)) return formatMonth(text);
    const status = equipmentStatusSchema.safeParse(text);
    if (status.success) return equipmentStatusNames[status.data];
    const type = equipmentTypeSchema.safeParse(text);
    if (type.success) return equipmentTypeNames[type.data];
    const maintenance = maintenanceTypeSchema.safeParse(text);
    if (maintenance.success) return maintenanceTypeNames[maintenance.data];
    const wellStatus = wellStatusSchema.safeParse(text);
    return wellStatus.success ? wellStatusNames[wellStatus.data] : text;
  }

  return { fieldValue };
}
