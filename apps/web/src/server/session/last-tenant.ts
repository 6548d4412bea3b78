/**
 * A cookie by which the sign-in page comes with the name of the tenant of the last time. The page has the name from its
 * first byte on: a box that is filled later would mix the name with what somebody types just then.
 */
import { endpoints } from '@wellpulse/contracts';
import type { NextResponse } from 'next/server';
import { isHttps } from '../is-https.ts';
import { portSuffix, type CookieJar, type Origin } from './session-cookies.ts';

const KEPT_SECONDS = 365 * 24 * 60 * 60;

const nameSchema = endpoints.auth.login.body.shape.tenant;

const cookieName = (origin: Origin): string => `wellpulse_tenant${portSuffix(origin)}`;

/** Empty for a browser in which nobody has signed in, and for what can't be a tenant's name. */
export function readLastTenant(jar: CookieJar, origin: Origin): string {
  return nameSchema.safeParse(jar.get(cookieName(origin))?.value).data ?? '';
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
