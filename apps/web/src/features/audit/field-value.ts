import {
  equipmentStatusSchema,
  equipmentTypeSchema,
  factsNamed,
  locationSchema,
  maintenanceTypeSchema,
  wellStatusSchema,
} from '@wellpulse/contracts';
import { words } from '../../lib/language.ts';
import { NO_VALUE } from '@wellpulse/words';

/** A value of a record as the log holds it, as people read it. */
export function fieldValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return NO_VALUE;
  if (typeof value === 'number') return numberText(field, value);
  if (typeof value === 'string') return codeText(value);
  if (typeof value === 'boolean') return String(value);
  const location = locationSchema.safeParse(value).data;
  return location === undefined
    ? JSON.stringify(value)
    : `${words.formatPlace(location)} (${words.formatPosition(location)})`;
}

function numberText(field: string, value: number): string {
  const unit = factsNamed(field)?.unit;
  if (unit === 'USD') return words.formatCost(value);
  if (unit === 'days') return words.formatDays(value);
  return unit === undefined || unit === '°' ? String(value) : words.formatVolumeExact(value);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A code or a day in its words; what is neither is what somebody typed. */
function codeText(text: string): string {
  if (DAY.test(text)) return words.formatDayWithYear(text);
  const status = equipmentStatusSchema.safeParse(text);
  if (status.success) return words.equipmentStatusNames[status.data];
  const type = equipmentTypeSchema.safeParse(text);
  if (type.success) return words.equipmentTypeNames[type.data];
  const maintenance = maintenanceTypeSchema.safeParse(text);
  if (maintenance.success) return words.maintenanceTypeNames[maintenance.data];
  const wellStatus = wellStatusSchema.safeParse(text);
  return wellStatus.success ? words.wellStatusNames[wellStatus.data] : text;
}
