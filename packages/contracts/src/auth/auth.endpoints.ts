import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { emailSchema, uuidSchema } from '../fields/fields.ts';
import { tenantSlugSchema } from '../tenant/tenant.ts';
import { newPasswordSchema, userSchema } from '../users/user.ts';
import { message } from '../messages/messages.ts';

/** What of a user their session says. */
export const sessionUserSchema = userSchema.pick({ id: true, email: true, name: true, role: true });

export const sessionTenantSchema = z.object({
  id: uuidSchema,
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
});

/** The answer to signing in and to refreshing: a new pair of tokens and who they stand for. */
export const sessionSchema = z
  .object({
    accessToken: z.string(),
    expiresIn: z.int().meta({ description: 'Seconds until the access token expires' }),
    refreshToken: z.string().meta({ description: 'Good for one use' }),
    user: sessionUserSchema,
    tenant: sessionTenantSchema,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

/** The answer to signing in. */
export const signedInSchema = sessionSchema
  .extend({
    known: z.string().optional().meta({
      description:
        'Send it with the next sign-in: what others try on this account does not slow that one down',
    }),
  })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof signedInSchema>;

/** Who is signed in, and in which tenant. It holds no token. */
export const whoAmISchema = sessionSchema
  .pick({ user: true, tenant: true })
  .extend({
    varianceThresholdPercent: z.number(),
    today: z.string(),
    sequence: z.int().meta({
      description:
        'The newest event of the log: a live stream that is opened later begins there with `since`',
    }),
  })
  .meta({ id: 'WhoAmI' });
export type WhoAmI = z.infer<typeof whoAmISchema>;

const tag = 'Sign-in';

/** Signing in and out, refreshing a session, and asking who is signed in. */
export const authEndpoints = {
  login: endpoint({
    method: 'POST',
    path: '/auth/login',
    access: 'PUBLIC',
    summary: 'Sign in with tenant, e-mail and password',
    tag,
    body: z.object({
      tenant: tenantSlugSchema,
      email: emailSchema,
      password: z.string().min(1, message('notEmpty')).max(200),
      known: z
        .string()
        .max(2000)
        .optional()
        .meta({ description: 'What earlier sign-ins have answered as `known`, joined by `~`' }),
    }),
    status: 200,
    answer: signedInSchema,
    problems: ['INVALID_CREDENTIALS', 'TENANT_SUSPENDED', 'USER_SUSPENDED', 'TOO_MANY_REQUESTS'],
  }),
  refresh: endpoint({
    method: 'POST',
    path: '/auth/refresh',
    access: 'PUBLIC',
    summary:
      'Exchange a refresh token for a new pair; using an old one again ends the whole session, unless it is the same use: ' +
      'the same `Idempotency-Key`, and nobody has used what came of it',
    tag,
    body: z.object({ refreshToken: z.string().min(1).max(500) }),
    idempotencyKey: 'OPTIONAL',
    status: 200,
    answer: sessionSchema,
    problems: ['TENANT_SUSPENDED', 'USER_SUSPENDED', 'DEVICE_REVOKED'],
  }),
  logout: endpoint({
    method: 'POST',
    path: '/auth/logout',
    access: 'PUBLIC',
    summary: 'End the session that a refresh token belongs to',
    tag,
    body: z.object({ refreshToken: z.string().min(1).max(500) }),
    status: 204,
    answer: null,
  }),
  me: endpoint({
    method: 'GET',
    path: '/auth/me',
    access: 'READ',
    summary: 'Who is signed in, and what day it is for the tenant',
    tag,
    status: 200,
    answer: whoAmISchema,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/auth/change-password',
    access: 'READ',
    summary: "Change one's own password; every other session ends",
    tag,
    body: z.object({ currentPassword: z.string().min(1).max(200), newPassword: newPasswordSchema }),
    status: 204,
    answer: null,
    problems: ['INVALID_CREDENTIALS', 'TOO_MANY_REQUESTS'],
  }),
};
