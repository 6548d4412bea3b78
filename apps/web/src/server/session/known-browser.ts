/**
 * A cookie by which the API knows that people have signed in with this browser before: what others try on their accounts
 * does not slow them down. It signs nobody in, survives signing out, and goes nowhere but to the sign-in.
 */
import type { NextResponse } from 'next/server';
import { isHttps } from '../is-https.ts';
import { portSuffix, type CookieJar, type Origin } from './session-cookies.ts';

const KEPT_SECONDS = 365 * 24 * 60 * 60;
/** So many people share a browser, and what the oldest of them had is forgotten. */
const MOST_KEPT = 8;
const SEPARATOR = '~';

const cookieName = (origin: Origin): string => `wellpulse_known${portSuffix(origin)}`;

/** As the API takes it; undefined for a browser in which nobody has signed in. */
export const readKnown = (jar: CookieJar, origin: Origin): string | undefined =>
  jar.get(cookieName(origin))?.value.slice(0, 2000);

/** Adds what a sign-in has answered to what the browser has `kept`. */
export function setKnown(
  response: NextResponse,
  origin: Origin,
  kept: string | undefined,
  answered: string,
): void {
  const others = kept?.split(SEPARATOR) ?? [];
  response.cookies.set(cookieName(origin), [answered, ...others].slice(0, MOST_KEPT).join(SEPARATOR), {
    httpOnly: true,
    sameSite: 'strict',
    secure: isHttps(origin.headers),
    path: '/browser/session',
    maxAge: KEPT_SECONDS,
  });
}
