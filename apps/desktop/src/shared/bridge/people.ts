/** Who is at the laptop: signing in, unlocking, locking, leaving. */
import { emailSchema, originSchema, roleSchema, tenantSlugSchema, uuidSchema } from '@wellpulse/contracts';
import { z } from 'zod';
import { method, methodForAnybody } from './method.ts';

/** The person at the laptop. */
export const personSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
});
export type DeskPerson = z.infer<typeof personSchema>;

/** What opens a person's signing key. It is checked by main and never kept. */
const secretSchema = z.string().min(1).max(256);

export const PEOPLE_METHODS = {
  /** The first sign-in of a person on this laptop, or their next one after a session ended. It needs a network. */
  'people.signIn': methodForAnybody(
    z.strictObject({
      /** The origin of the office's server, such as `https://wells.example.com`. */
      server: originSchema,
      tenant: tenantSlugSchema,
      email: emailSchema,
      password: z.string().min(1).max(1024),
      /** What people call this laptop; null leaves the name that it has. */
      deviceName: z.string().trim().min(1).max(200).nullable(),
      secret: secretSchema,
    }),
    personSchema,
  ),
  'people.unlock': methodForAnybody(
    z.strictObject({ userId: uuidSchema, secret: secretSchema }),
    personSchema,
  ),
  'people.lock': method(z.strictObject({}), z.null()),
  /** Ends a person's session here. Refused while an entry of theirs waits. */
  'people.signOut': method(z.strictObject({ userId: uuidSchema }), z.null()),
} as const;
