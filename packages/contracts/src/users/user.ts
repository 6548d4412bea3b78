import { z } from 'zod';
import { filledShape, valueShape } from '../fields/field-catalogue.ts';
import { uuidSchema, versionSchema } from '../fields/fields.ts';
import { message } from '../messages/messages.ts';
import { USER_FIELDS } from './user.fields.ts';

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
    ...valueShape(USER_FIELDS),
    lastLoginAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    version: versionSchema,
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof userSchema>;

/** A new user, with a first password. */
export const userCreateSchema = z.object({ ...filledShape(USER_FIELDS), password: newPasswordSchema });

/** Changes of a user. What is left out stays as it is. */
export const userUpdateSchema = z
  .object({ ...valueShape(USER_FIELDS), password: newPasswordSchema })
  .partial()
  .extend({ version: versionSchema });

/** Event payloads. Passwords and their hashes never enter the log: only that one was set. */
export const userCreatedPayload = z.strictObject(valueShape(USER_FIELDS));
export const userUpdatedPayload = z.strictObject(valueShape(USER_FIELDS)).partial();
export const userPasswordSetPayload = z.strictObject({});
export const userDeletedPayload = z.strictObject({});
