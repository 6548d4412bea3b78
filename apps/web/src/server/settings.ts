/** The web server's settings, read from the environment once, with words for what is wrong. */
import { z } from 'zod';

const settingsSchema = z.object({
  /** Where the API listens. */
  WELLPULSE_API_URL: z.url('Must be the address of the API').default('http://127.0.0.1:3001'),
  /**
   * `1` where a reverse proxy stands in front and sets X-Forwarded-For itself. Otherwise that header is anybody's
   * invention and the address of the connection counts.
   */
  WELLPULSE_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  /** A raster tile address with `{z}`, `{x}` and `{y}` for the map's base; without it the map draws its own. */
  WELLPULSE_MAP_TILE_URL: z.string().includes('{z}').optional(),
  /** Where photos are loaded from and put to, such as `https://account.blob.core.windows.net`. */
  WELLPULSE_BLOB_ORIGIN: z.url('Must be the origin of the blob storage').optional(),
});

export interface WebSettings {
  readonly apiUrl: string;
  readonly trustProxy: boolean;
  readonly mapTileUrl: string | null;
  readonly blobOrigin: string | null;
}

/** Throws an `Error` that names each wrong variable. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): WebSettings {
  // An empty variable is one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) throw new Error(`Wrong settings:\n${z.prettifyError(parsed.error)}`);
  return {
    apiUrl: parsed.data.WELLPULSE_API_URL.replace(/\/+$/, ''),
    trustProxy: parsed.data.WELLPULSE_TRUST_PROXY === '1',
    mapTileUrl: parsed.data.WELLPULSE_MAP_TILE_URL ?? null,
    blobOrigin: originOf(parsed.data.WELLPULSE_BLOB_ORIGIN),
  };
}

/** A path would narrow the policy that is made from it, and a photo's address has another one. */
const originOf = (url: string | undefined): string | null => (url === undefined ? null : new URL(url).origin);

let settings: WebSettings | undefined;

export function webSettings(): WebSettings {
  settings ??= parseSettings(process.env);
  return settings;
}
