/**
 * A cookie by which the sign-in page comes with the name of the tenant of the last time. The page has the name from its
 * first byte on: a box that is filled later would mix the name with what somebody types just then.
 */
import { tenantSlugSchema } from '@wellpulse/contracts';
import type { NextResponse } from 'next/server';
import { isHttps } from '../is-https.ts';
import { portSuffix, type CookieJar, type Origin } from './session-cookies.ts';

const KEPT_SECONDS = 365 * 24 * 60 * 60;

/** A tenant's short name; undefined for what can't be one. */
export const tenantOf = (said: unknown): string | undefined => tenantSlugSchema.safeParse(said).data;

const cookieName = (origin: Origin): string => `wellpulse_tenant${portSuffix(origin)}`;

/** Empty for a browser in which nobody has signed in, and for what can't be a tenant's name. */
export function readLastTenant(jar: CookieJar, origin: Origin): string {
  return tenantOf(jar.get(cookieName(origin))?.value) ?? '';
}

export function setLastTenant(response: NextResponse, origin: Origin, tenant: string): void {
  response.cookies.set(cookieName(origin), tenant, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(origin.headers),
    path: '/sign-in',
    maxAge: KEPT_SECONDS,
  });
}
