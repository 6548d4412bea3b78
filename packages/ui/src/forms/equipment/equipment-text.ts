/** An item of equipment as it stands in the boxes, and how that becomes what is sent. */
import {
  equipmentUpdateSchema,
  fieldErrors,
  type Equipment,
  type EquipmentUpdate,
  type FieldError,
} from '@wellpulse/contracts';
import { readNumber } from '../typed-number.ts';
import type { ParsedText } from '../use-text-form.ts';

export const EQUIPMENT_FIELDS = [
  'wellId',
  'equipmentType',
  'serialNumber',
  'assetTag',
  'manufacturer',
  'model',
  'installationDate',
  'status',
  'serviceIntervalDays',
] as const;
export type EquipmentField = (typeof EQUIPMENT_FIELDS)[number];

export type EquipmentText = Record<EquipmentField, string>;
export type EquipmentValues = Pick<Equipment, EquipmentField>;

/** A new item; of a well, where it is known which. */
export const emptyEquipment = (wellId: string | null): EquipmentText => ({
  wellId: wellId ?? '',
  equipmentType: '',
  serialNumber: '',
  assetTag: '',
  manufacturer: '',
  model: '',
  installationDate: '',
  status: 'OPERATIONAL',
  serviceIntervalDays: '',
});

export const equipmentTextOf = (item: EquipmentValues): EquipmentText => ({
  wellId: item.wellId,
  equipmentType: item.equipmentType,
  serialNumber: item.serialNumber,
  assetTag: item.assetTag ?? '',
  manufacturer: item.manufacturer ?? '',
  model: item.model ?? '',
  installationDate: item.installationDate ?? '',
  status: item.status,
  serviceIntervalDays: item.serviceIntervalDays === null ? '' : String(item.serviceIntervalDays),
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** All fields of an item, or what is wrong with them. */
export function parseEquipment(text: EquipmentText): ParsedText<EquipmentValues> {
  const parsed = equipmentUpdateSchema.required().safeParse({
    wellId: text.wellId,
    equipmentType: text.equipmentType,
    serialNumber: text.serialNumber,
    assetTag: orNull(text.assetTag),
    manufacturer: orNull(text.manufacturer),
    model: orNull(text.model),
    installationDate: orNull(text.installationDate),
    status: text.status,
    serviceIntervalDays: readNumber(text.serviceIntervalDays),
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
    EQUIPMENT_FIELDS.filter((field) => values[field] !== opened[field]).map((field) => [
      field,
      values[field],
    ]),
  );
}
