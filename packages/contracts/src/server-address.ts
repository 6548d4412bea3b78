/**
 * Where a server is found (ADR 103): one origin has the dashboard, the API below `/api` and, where no storage account is set, the photos
 * below `/blob`. That origin is all that a person types, or scans.
 */
import { z } from 'zod';
import { tenantSlugSchema } from './tenant/tenant.ts';

/** The API stands below this path of the one origin: a device's base URL is the origin with it. */
export const API_PATH = '/api';
/** The photos of a storage that outsiders don't reach stand below this path. */
export const BLOB_PATH = '/blob';
/** The phone's app for browsers stands below this path. */
export const FIELD_PATH = '/field';
/** The dashboard's page that a sign-in code leads to. */
const SIGN_IN_PATH = '/sign-in';

const ORIGIN = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;
const LOOPBACK = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/;

/** The origin of a server, such as `https://wellpulse.example`: no path, no slash at its end, the host in small letters. */
export const originSchema = z.string().regex(ORIGIN, 'must be an origin such as https://wellpulse.example');

/**
 * Whether an origin leads to the very machine that it is opened on, and to nobody else's server.
 *
 * @example
 * isThisMachine('http://127.0.0.1:3000'); // true
 */
export const isThisMachine = (origin: string): boolean => LOOPBACK.test(origin);

/** What a person gives an app once, so that it finds the server. */
export interface ServerPlace {
  /** As `originSchema` has it. */
  readonly origin: string;
  /** The tenant's short name; null where only an address was typed. */
  readonly tenant: string | null;
}

/**
 * The text of the code that Settings, Devices shows. It is an address as well: a camera that knows no WellPulse opens the dashboard's
 * sign-in with it.
 *
 * @example
 * signInCode('https://wellpulse.example', 'acme'); // "https://wellpulse.example/sign-in?tenant=acme"
 */
export const signInCode = (origin: string, tenant: string): string =>
  `${origin}${SIGN_IN_PATH}?tenant=${tenant}`;

/**
 * What was scanned or typed: a sign-in code, or an address of the dashboard or of its API. A host alone is
 * asked by https. Null for what is none of these.
 *
 * @example
 * readServerPlace('wellpulse.example'); // { origin: 'https://wellpulse.example', tenant: null }
 */
export function readServerPlace(text: string): ServerPlace | null {
  const [, scheme = 'https://', host = '', path = ''] =
    /^(https?:\/\/)?([^/?#]+)(.*)$/is.exec(text.trim()) ?? [];
  const origin = `${scheme}${host}`.toLowerCase();
  if (!ORIGIN.test(origin)) return null;
  const given = /[?&]tenant=([^&#]*)/.exec(path)?.[1];
  return { origin, tenant: tenantSlugSchema.safeParse(given).data ?? null };
}
