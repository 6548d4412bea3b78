import { z } from 'zod';
import { codeField, textField, type FieldCatalogue } from '../fields/field-catalogue.ts';
import { emailSchema } from '../fields/fields.ts';
import { roleSchema } from '../roles.ts';

/** `SUSPENDED`: the user can't sign in. */
export const USER_STATUSES = ['ACTIVE', 'SUSPENDED'] as const;
export const userStatusSchema = z.enum(USER_STATUSES);
export type UserStatus = z.infer<typeof userStatusSchema>;

/** Users change in the office alone, where a second change is refused and not merged. */
const value = { part: 'VALUE', nullable: false, contested: false, exported: true } as const;

/** The fields of a user. Passwords are none: they stand in no record and in no log. */
export const USER_FIELDS = {
  name: { ...textField(120, 1), ...value },
  /** Unique within the tenant. */
  email: { kind: 'TEXT', schema: emailSchema, ...value },
  role: { ...codeField(roleSchema), ...value },
  status: { ...codeField(userStatusSchema), ...value, initial: 'ACTIVE' },
} as const satisfies FieldCatalogue;
