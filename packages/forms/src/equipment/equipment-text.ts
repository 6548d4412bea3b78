/** An item of equipment as it stands in the boxes, and how that becomes what is sent. */
import {
  EQUIPMENT_FIELDS,
  equipmentUpdateSchema,
  fieldErrors,
  forEachField,
  message,
  namesOf,
  type Equipment,
  type EquipmentUpdate,
  type FieldError,
  type FieldName,
} from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import { typedValue } from '../text/typed-number.ts';
import type { ParsedText } from '../text/parsed-text.ts';

/** The name of a box of an item. */
export type EquipmentField = FieldName<'equipment'>;
/** The names of all fields of an item that people change, in the order of the field catalogue. */
export const EQUIPMENT_FIELD_NAMES = namesOf(EQUIPMENT_FIELDS);

/** The typed text of each field of an item, by the field's name. A choice is its code. */
export type EquipmentText = Record<EquipmentField, string>;
/** The values of an item that people change. */
export type EquipmentValues = Pick<Equipment, EquipmentField>;

/**
 * A new item; of a well, where it is known which.
 *
 * @example
 * emptyEquipment(null).status; // 'OPERATIONAL'
 */
export const emptyEquipment = (wellId: string | null): EquipmentText => ({
  ...forEachField(EQUIPMENT_FIELDS, () => ''),
  wellId: wellId ?? '',
  status: EQUIPMENT_FIELDS.status.initial,
});

/**
 * The typed text of an item as it is: the inverse of parsing. Null becomes empty.
 *
 * @example
 * const draft = equipmentTextOf(item);
 * draft.serialNumber; // 'PJ-1', or '' for an item without one
 */
export const equipmentTextOf = (item: EquipmentValues): EquipmentText =>
  forEachField(EQUIPMENT_FIELDS, (name) => String(item[name] ?? ''));

/** All fields of an item, or what is wrong with them. */
export function parseEquipment(words: Words, text: EquipmentText): ParsedText<EquipmentValues> {
  const parsed = equipmentUpdateSchema.required().safeParse({
    ...forEachField(EQUIPMENT_FIELDS, (name, facts) => typedValue(text[name], facts)),
    // The version is what a form is based on, not what it holds.
    version: 1,
  });
  if (!parsed.success)
    return { ok: false, errors: fieldErrors(parsed.error).map((error) => inWords(words, error)) };
  const { version: _, ...values } = parsed.data;
  return { ok: true, value: values };
}

/** The schema's words where they fit; ours where it speaks of what nobody typed. */
function inWords({ formMessages, formatMessage }: Words, { path, message: said }: FieldError): FieldError {
  const own: Readonly<Record<string, string>> = {
    wellId: formMessages.wellMissing,
    equipmentType: formMessages.typeMissing,
    serviceIntervalDays: formMessages.intervalNotWhole,
    ...(said === message('notEmpty') ? { serialNumber: formMessages.serialNumberMissing } : {}),
  };
  return { path, message: own[path] ?? formatMessage(said) };
}

/**
 * Only what differs from the item as it was opened: what somebody else changes meanwhile stays theirs.
 *
 * @example
 * changesOf({ ...opened, status: 'FAILED' }, opened); // { status: 'FAILED' }
 */
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
