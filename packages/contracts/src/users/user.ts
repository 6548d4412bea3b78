import { z } from 'zod';
import { emailSchema, personNameSchema, uuidSchema, versionSchema } from '../fields/fields.ts';
import { roleSchema } from '../roles.ts';
import { message } from '../messages/messages.ts';

/** `SUSPENDED`: the user can't sign in. */
export const USER_STATUSES = ['ACTIVE', 'SUSPENDED'] as const;
export const userStatusSchema = z.enum(USER_STATUSES);
export type UserStatus = z.infer<typeof userStatusSchema>;

export const MIN_PASSWORD_LENGTH = 12;

/** A password that is being set. Whether it is a common one, the server checks with its list. */
export const newPasswordSchema = z
  .string()
  .min(MIN_PASSWORD_LENGTH, message('tooShort', { count: MIN_PASSWORD_LENGTH }))
  .max(200, message('tooLong', { count: 200 }));

/** A user of a tenant. */
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

/** A new user, with a first password. */
export const userCreateSchema = z.object({
  ...userFields,
  status: userStatusSchema.default('ACTIVE'),
  password: newPasswordSchema,
});

/** Changes of a user. What is left out stays as it is. */
export const userUpdateSchema = z
  .object({ ...userFields, password: newPasswordSchema })
  .partial()
  .extend({ version: versionSchema });

/** Event payloads. Passwords and their hashes never enter the log: only that one was set. */
export const userCreatedPayload = z.strictObject(userFields);
export const userUpdatedPayload = z.strictObject(userFields).partial();
export const userPasswordSetPayload = z.strictObject({});
export const userDeletedPayload = z.strictObject({});
