/**
 * Reads when an access token expires, so that it is renewed before a request is sent with it. Nothing is verified
 * here: that is the API's to do, and a forged expiry only earns its bearer a 401.
 */
import { z } from 'zod';

const claimsSchema = z.object({ exp: z.number() });

/** Renewed this long before it expires: a request needs time to arrive, and clocks differ a little. */
export const RENEWAL_MARGIN_SECONDS = 30;

/** The instant (milliseconds) at which the token expires; null for what is no token. */
export function expiryOf(token: string): number | null {
  const [, payload = ''] = token.split('.');
  try {
    const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    return claims.success ? claims.data.exp * 1000 : null;
  } catch {
    return null;
  }
}

/** True if a request that is sent now can carry the token. */
export function isFresh(token: string | null, now: number): token is string {
  if (token === null) return false;
  const expiry = expiryOf(token);
  return expiry !== null && expiry - RENEWAL_MARGIN_SECONDS * 1000 > now;
}
