/** A maintenance log as it stands in the boxes, and how that becomes what is sent. */
import {
  fieldErrors,
  forEachField,
  MAINTENANCE_FIELDS,
  maintenanceCreateSchema,
  message,
  partOf,
  type FieldError,
  type MaintenanceCreate,
} from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import { typedValue } from '../text/typed-number.ts';
import type { ParsedText } from '../text/parsed-text.ts';

/** What is typed of a log. */
export const MAINTENANCE_VALUES = partOf(MAINTENANCE_FIELDS, 'VALUE');
/** The name of a box of a log. */
export type MaintenanceField = keyof typeof MAINTENANCE_VALUES;

/** The typed text of each box of a log. */
export type MaintenanceText = Record<MaintenanceField, string>;
/** Without the photos, which come by another way. */
export type MaintenanceValues = Omit<MaintenanceCreate, 'photoUrls'>;

/**
 * A new log: routine maintenance of `today`, which is the tenant's day (`YYYY-MM-DD`).
 *
 * @example
 * emptyMaintenance('2025-10-20').maintenanceDate; // '2025-10-20'
 */
export const emptyMaintenance = (today: string): MaintenanceText => ({
  ...forEachField(MAINTENANCE_VALUES, () => ''),
  maintenanceDate: today,
  maintenanceType: 'ROUTINE',
});

/** A log of a day not after `today` (the tenant's), or an error for each field that needs one. */
export function parseMaintenance(
  words: Words,
  text: MaintenanceText,
  today: string,
): ParsedText<MaintenanceValues> {
  const parsed = maintenanceCreateSchema.safeParse(
    forEachField(MAINTENANCE_VALUES, (name, facts) => typedValue(text[name], facts)),
  );
  const errors = parsed.success ? [] : fieldErrors(parsed.error).map((error) => inWords(words, error));
  if (text.maintenanceDate > today) {
    errors.push({ path: 'maintenanceDate', message: words.formMessages.dayAfterToday });
  }
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  const { photoUrls: _, ...values } = parsed.data;
  return { ok: true, value: values };
}

function inWords({ formMessages, formatMessage }: Words, { path, message: said }: FieldError): FieldError {
  if (path === 'description' && said === message('notEmpty')) {
    return { path, message: formMessages.descriptionMissing };
  }
  if (path === 'cost' && said === message('notANumber')) return { path, message: formMessages.notACost };
  return { path, message: formatMessage(said) };
}
