import { z } from 'zod';
import { emailSchema, personNameSchema, uuidSchema, versionSchema } from '../fields.ts';
import { roleSchema } from '../roles.ts';

export const USER_STATUSES = ['ACTIVE', 'SUSPENDED'] as const;
export const userStatusSchema = z.enum(USER_STATUSES);
export type UserStatus = z.infer<typeof userStatusSchema>;

export const MIN_PASSWORD_LENGTH = 12;

/** A password that is being set. Whether it is a common one, the server checks with its list. */
export const newPasswordSchema = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `Must have at least ${MIN_PASSWORD_LENGTH} characters`)
  .max(200, 'Must have at most 200 characters');

export const userSchema = z
  .object({
    id: uuidSchema,
    email: z.string(),
    name: z.string(),
    role: roleSchema,
    status: userStatusSchema,
    lastLoginAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    version: versionSchema,
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof userSchema>;

const userFields = {
  email: emailSchema,
  name: personNameSchema,
  role: roleSchema,
  status: userStatusSchema,
};

export const userCreateSchema = z.object({
  ...userFields,
  status: userStatusSchema.default('ACTIVE'),
  password: newPasswordSchema,
});

export const userUpdateSchema = z
  .object({ ...userFields, password: newPasswordSchema })
  .partial()
  .extend({ version: versionSchema });

/** Event payloads. Passwords and their hashes never enter the log: only that one was set. */
export const userCreatedPayload = z.strictObject(userFields);
export const userUpdatedPayload = z.strictObject(userFields).partial();
export const userPasswordSetPayload = z.strictObject({});
export const userDeletedPayload = z.strictObject({});
