/** A maintenance log as it stands in the boxes, and how that becomes what is sent. */
import {
  fieldErrors,
  forEachField,
  MAINTENANCE_FIELDS,
  maintenanceCreateSchema,
  partOf,
  type FieldError,
  type MaintenanceCreate,
} from '@wellpulse/contracts';
import { typedValue } from '../typed-number.ts';
import type { ParsedText } from '../use-text-form.ts';

/** What is typed of a log. */
export const MAINTENANCE_VALUES = partOf(MAINTENANCE_FIELDS, 'VALUE');
export type MaintenanceField = keyof typeof MAINTENANCE_VALUES;

export type MaintenanceText = Record<MaintenanceField, string>;
/** Without the photos, which come by another way. */
export type MaintenanceValues = Omit<MaintenanceCreate, 'photoUrls'>;

export const emptyMaintenance = (today: string): MaintenanceText => ({
  ...forEachField(MAINTENANCE_VALUES, () => ''),
  maintenanceDate: today,
  maintenanceType: 'ROUTINE',
});

/** A log of a day not after `today` (the tenant's), or an error for each field that needs one. */
export function parseMaintenance(text: MaintenanceText, today: string): ParsedText<MaintenanceValues> {
  const parsed = maintenanceCreateSchema.safeParse(
    forEachField(MAINTENANCE_VALUES, (name, facts) => typedValue(text[name], facts)),
  );
  const errors = parsed.success ? [] : fieldErrors(parsed.error).map(inWords);
  if (text.maintenanceDate > today) {
    errors.push({ path: 'maintenanceDate', message: 'The day must not be after today' });
  }
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  const { photoUrls: _, ...values } = parsed.data;
  return { ok: true, value: values };
}

function inWords(error: FieldError): FieldError {
  if (error.path === 'description' && error.message.includes('empty')) {
    return { ...error, message: 'Say what was done' };
  }
  if (error.path === 'cost' && error.message === 'Must be a number') {
    return { ...error, message: 'Must be a number, such as 1,240.50' };
  }
  return error;
}
