import {
  equipmentStatusSchema,
  equipmentTypeSchema,
  factsNamed,
  locationSchema,
  maintenanceTypeSchema,
  wellStatusSchema,
} from '@wellpulse/contracts';
import {
  EQUIPMENT_STATUS_LOOKS,
  EQUIPMENT_TYPE_LABELS,
  formatCost,
  formatDays,
  formatDayWithYear,
  formatPlace,
  formatPosition,
  formatVolumeExact,
  MAINTENANCE_TYPE_NAMES,
  NO_VALUE,
  STATUS_LOOKS,
} from '@wellpulse/ui';

/** A value of a record as the log holds it, as people read it. */
export function fieldValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return NO_VALUE;
  if (typeof value === 'number') return numberText(field, value);
  if (typeof value === 'string') return codeText(value);
  if (typeof value === 'boolean') return String(value);
  const location = locationSchema.safeParse(value).data;
  return location === undefined
    ? JSON.stringify(value)
    : `${formatPlace(location)} (${formatPosition(location)})`;
}

function numberText(field: string, value: number): string {
  const unit = factsNamed(field)?.unit;
  if (unit === 'USD') return formatCost(value);
  if (unit === 'days') return formatDays(value);
  return unit === undefined || unit === '°' ? String(value) : formatVolumeExact(value);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A code or a day in its words; what is neither is what somebody typed. */
function codeText(text: string): string {
  if (DAY.test(text)) return formatDayWithYear(text);
  const status = equipmentStatusSchema.safeParse(text);
  if (status.success) return EQUIPMENT_STATUS_LOOKS[status.data].label;
  const type = equipmentTypeSchema.safeParse(text);
  if (type.success) return EQUIPMENT_TYPE_LABELS[type.data];
  const maintenance = maintenanceTypeSchema.safeParse(text);
  if (maintenance.success) return MAINTENANCE_TYPE_NAMES[maintenance.data];
  const wellStatus = wellStatusSchema.safeParse(text);
  return wellStatus.success ? STATUS_LOOKS[wellStatus.data].label : text;
}
