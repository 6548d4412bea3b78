/** The web server's settings, read from the environment once, with words for what is wrong. */
import { originSchema } from '@wellpulse/contracts';
import { Proxies } from '@wellpulse/http-server';
import { z } from 'zod';

const settingsSchema = z.object({
  /** Where the API listens. */
  WELLPULSE_API_URL: z.url('Must be the address of the API').default('http://127.0.0.1:3001'),
  /** The one origin that everybody uses: addresses of photos and the code to scan are made from it. */
  WELLPULSE_PUBLIC_URL: originSchema.default('http://127.0.0.1:3000'),
  /**
   * Whose word counts on where a request comes from: `1` for a proxy on this machine, or its address. With `0` the address of the
   * connection counts. Our servers speak no TLS: with an https address there is a proxy.
   */
  WELLPULSE_TRUST_PROXY: z
    .string()
    .optional()
    .transform((text) => (text === undefined ? undefined : (Proxies.parse(text) ?? null)))
    .refine((proxies) => proxies !== null, 'Must be 0, 1 or addresses such as 10.0.0.5,10.1.0.0/16'),
  /** A raster tile address with `{z}`, `{x}` and `{y}` for the map's base; without it the map draws its own. */
  WELLPULSE_MAP_TILE_URL: z.string().includes('{z}').optional(),
  /** Where photos are loaded from and put to, such as `https://account.blob.core.windows.net`. */
  WELLPULSE_BLOB_ORIGIN: z.url('Must be the origin of the blob storage').optional(),
  /** A storage that only our servers reach: photos go through us, below `/blob`. */
  WELLPULSE_BLOB_UPSTREAM: z.url('Must be the origin of the blob storage').optional(),
  /** The folder of the phone's app as it was built for browsers. It may be built later. */
  WELLPULSE_FIELD_FOLDER: z.string().optional(),
});

export interface WebSettings {
  readonly apiUrl: string;
  readonly publicUrl: string;
  readonly proxies: Proxies;
  readonly mapTileUrl: string | null;
  readonly blobOrigin: string | null;
  readonly blobUpstream: string | null;
  readonly fieldFolder: string | null;
}

/** Throws an `Error` that names each wrong variable. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): WebSettings {
  // An empty variable is one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) throw new Error(`Wrong settings:\n${z.prettifyError(parsed.error)}`);
  const publicUrl = parsed.data.WELLPULSE_PUBLIC_URL;
  return {
    apiUrl: parsed.data.WELLPULSE_API_URL.replace(/\/+$/, ''),
    publicUrl,
    proxies:
      parsed.data.WELLPULSE_TRUST_PROXY ??
      (publicUrl.startsWith('https:') ? Proxies.onThisMachine : Proxies.none),
    mapTileUrl: parsed.data.WELLPULSE_MAP_TILE_URL ?? null,
    blobOrigin: originOf(parsed.data.WELLPULSE_BLOB_ORIGIN),
    blobUpstream: originOf(parsed.data.WELLPULSE_BLOB_UPSTREAM),
    fieldFolder: parsed.data.WELLPULSE_FIELD_FOLDER ?? null,
  };
}

/** A path would narrow the policy that is made from it, and a photo's address has another one. */
const originOf = (url: string | undefined): string | null => (url === undefined ? null : new URL(url).origin);

let settings: WebSettings | undefined;

export function webSettings(): WebSettings {
  settings ??= parseSettings(process.env);
  return settings;
}
