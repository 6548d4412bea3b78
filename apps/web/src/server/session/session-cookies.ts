/**
 * Where a browser keeps its session: in two cookies that no script can read.
 *
 * SameSite is Lax and not Strict: a link in an e-mail or a chat must open its page instead of the sign-in. `same-origin.ts`
 * refuses what Lax would let through. Browsers keep one cookie jar for all ports of a host, so the names hold the port: two
 * instances on one machine don't sign each other out.
 */
import { uuidSchema } from '@wellpulse/contracts';
import type { NextResponse } from 'next/server';
import { isHttps } from '../is-https.ts';
import type { Renewable, SessionTokens } from './renewals.ts';

/** As long as the server may accept a refresh token; it decides, the browser only has to keep it that long. */
const KEPT_SECONDS = 90 * 24 * 60 * 60;

export interface CookieJar {
  get(name: string): { readonly value: string } | undefined;
}

export interface Origin {
  readonly headers: Pick<Headers, 'get'>;
}

/** What tells an instance's cookies from those of others on the same host. */
export function portSuffix({ headers }: Origin): string {
  const port = /:(\d+)$/.exec(headers.get('host') ?? '')?.[1];
  return port === undefined ? '' : `_${port}`;
}

function cookieNames(origin: Origin) {
  const suffix = portSuffix(origin);
  return { access: `wellpulse_access${suffix}`, refresh: `wellpulse_refresh${suffix}` };
}

export interface StoredSession extends Renewable {
  readonly accessToken: string | null;
}

/** In one cookie, so that a browser never has the key of another token. */
const SEPARATOR = '~';

/** Null for a browser that is not signed in. */
export function readSessionCookies(jar: CookieJar, origin: Origin): StoredSession | null {
  const names = cookieNames(origin);
  const [refreshToken = '', renewalKey] = jar.get(names.refresh)?.value.split(SEPARATOR) ?? [];
  if (refreshToken === '') return null;
  const key = uuidSchema.safeParse(renewalKey);
  return { accessToken: jar.get(names.access)?.value ?? null, refreshToken, renewalKey: key.data ?? null };
}

export function setSessionCookies(response: NextResponse, origin: Origin, tokens: SessionTokens): void {
  const names = cookieNames(origin);
  const options = optionsFor(origin, KEPT_SECONDS);
  response.cookies.set(names.access, tokens.accessToken, options);
  const { refreshToken, renewalKey } = tokens;
  const kept = renewalKey === null ? refreshToken : `${refreshToken}${SEPARATOR}${renewalKey}`;
  response.cookies.set(names.refresh, kept, options);
}

export function clearSessionCookies(response: NextResponse, origin: Origin): void {
  const names = cookieNames(origin);
  response.cookies.set(names.access, '', optionsFor(origin, 0));
  response.cookies.set(names.refresh, '', optionsFor(origin, 0));
}

const optionsFor = ({ headers }: Origin, maxAge: number) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isHttps(headers),
  path: '/',
  maxAge,
});
