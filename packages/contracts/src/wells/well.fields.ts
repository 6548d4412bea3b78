import { z } from 'zod';
import {
  codeField,
  countField,
  dayField,
  numberField,
  textField,
  type FieldCatalogue,
} from '../fields/field-catalogue.ts';
import { latitudeSchema, longitudeSchema, uuidSchema } from '../fields/fields.ts';
import { message } from '../messages/messages.ts';

/** `PLUGGED` is final: a plugged well takes no entries and never becomes anything else. */
export const WELL_STATUSES = ['ACTIVE', 'SHUT_IN', 'INACTIVE', 'PLUGGED'] as const;
export const wellStatusSchema = z.enum(WELL_STATUSES);
export type WellStatus = z.infer<typeof wellStatusSchema>;

const SEPARATORS = /[\s/\u2010-\u2015\u2212-]+/g;
const DIGITS = /^(\d{2})(\d{3})(\d{5})(\d{2})?(\d{2})?$/;

/**
 * The one spelling of an API number: `42-165-12345`, and what follows where it is not zeros. Its digits may be given with
 * any blanks, dashes or slashes. What is no API number comes back as it is.
 *
 * @example
 * canonicalApiNumber('42 165 12345 0000'); // '42-165-12345'
 */
export function canonicalApiNumber(given: string): string {
  const parts = DIGITS.exec(given.replaceAll(SEPARATORS, ''))?.slice(1) ?? [];
  if (parts.length === 0) return given.trim();
  while (parts.length > 3 && (parts.at(-1) === undefined || parts.at(-1) === '00')) parts.pop();
  return parts.join('-');
}

/** API well number: state, county, well, and where given sidetrack and event. */
export const apiNumberSchema = z
  .string()
  .overwrite(canonicalApiNumber)
  .regex(/^\d{2}-\d{3}-\d{5}(-\d{2}){0,2}$/, message('notApiNumber'));

const operatorIdsSchema = z
  .array(uuidSchema)
  .max(100)
  .overwrite((ids) => [...new Set(ids)])
  .meta({ description: 'The users whose "My Wells" this well is among' });

/** Wells change in the office alone, where a second change is refused and not merged. */
const value = { part: 'VALUE', contested: false, exported: true } as const;
const optional = { ...value, nullable: true } as const;

/** The fields of a well. */
export const WELL_FIELDS = {
  name: { ...textField(120, 1), ...value, nullable: false },
  apiNumber: {
    ...codeField(apiNumberSchema),
    part: 'KEY',
    nullable: false,
    contested: false,
    exported: true,
  },
  status: { ...codeField(wellStatusSchema), ...value, nullable: false, initial: 'ACTIVE' },
  route: { ...textField(60), ...optional },
  routePosition: { ...countField(z.int().min(0).max(100_000)), ...optional },
  lease: { ...textField(120), ...optional },
  field: { ...textField(120), ...optional },
  operator: { ...textField(120), ...optional },
  latitude: { ...numberField(latitudeSchema, '°'), ...optional },
  longitude: { ...numberField(longitudeSchema, '°'), ...optional },
  spudDate: { ...dayField, ...optional },
  /** The last day of which it takes readings; null unless it is plugged. */
  pluggedOn: { ...dayField, ...optional },
  operatorIds: {
    kind: 'REFERENCES',
    schema: operatorIdsSchema,
    ...value,
    nullable: false,
    initial: [],
    exported: false,
  },
} as const satisfies FieldCatalogue;
