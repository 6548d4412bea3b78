/** An item of equipment as it stands in the boxes, and how that becomes what is sent. */
import {
  EQUIPMENT_FIELDS,
  equipmentUpdateSchema,
  fieldErrors,
  forEachField,
  namesOf,
  type Equipment,
  type EquipmentUpdate,
  type FieldError,
  type FieldName,
} from '@wellpulse/contracts';
import { typedValue } from '../typed-number.ts';
import type { ParsedText } from '../use-text-form.ts';

export type EquipmentField = FieldName<'equipment'>;
export const EQUIPMENT_FIELD_NAMES = namesOf(EQUIPMENT_FIELDS);

export type EquipmentText = Record<EquipmentField, string>;
export type EquipmentValues = Pick<Equipment, EquipmentField>;

/** A new item; of a well, where it is known which. */
export const emptyEquipment = (wellId: string | null): EquipmentText => ({
  ...forEachField(EQUIPMENT_FIELDS, () => ''),
  wellId: wellId ?? '',
  status: EQUIPMENT_FIELDS.status.initial,
});

export const equipmentTextOf = (item: EquipmentValues): EquipmentText =>
  forEachField(EQUIPMENT_FIELDS, (name) => String(item[name] ?? ''));

/** All fields of an item, or what is wrong with them. */
export function parseEquipment(text: EquipmentText): ParsedText<EquipmentValues> {
  const parsed = equipmentUpdateSchema.required().safeParse({
    ...forEachField(EQUIPMENT_FIELDS, (name, facts) => typedValue(text[name], facts)),
    // The version is what a form is based on, not what it holds.
    version: 1,
  });
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error).map(inWords) };
  const { version: _, ...values } = parsed.data;
  return { ok: true, value: values };
}

const WORDS: Readonly<Record<string, string>> = {
  wellId: 'Choose the well where it stands',
  equipmentType: 'Choose what it is',
  serialNumber: 'Give the serial number; it stands on the plate',
  serviceIntervalDays: 'Must be a whole number of days, from 1 to 3,650',
};

/** The schema's words where they fit; ours where it speaks of what nobody typed. */
const inWords = (error: FieldError): FieldError =>
  error.path === 'serialNumber' && !error.message.includes('empty')
    ? error
    : { ...error, message: WORDS[error.path] ?? error.message };

/** Only what differs from the item as it was opened: what somebody else changes meanwhile stays theirs. */
export function changesOf(
  values: EquipmentValues,
  opened: EquipmentValues,
): Omit<EquipmentUpdate, 'version'> {
  return Object.fromEntries(
    EQUIPMENT_FIELD_NAMES.filter((field) => values[field] !== opened[field]).map((field) => [
      field,
      values[field],
    ]),
  );
}
