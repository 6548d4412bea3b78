import type { WebSettings } from './settings.ts';

/** What does not come from our own server: map tiles, and photos, which a page also puts there. */
type Elsewhere = Pick<WebSettings, 'mapTileUrl' | 'blobOrigin'>;

/**
 * What a page may load: our own files, and inline scripts only with the page's nonce. Inline styles are allowed: the
 * chart, the map and the virtual lists position their parts with them. The map's worker is made from a blob.
 */
export function contentSecurityPolicy(nonce: string, elsewhere: Elsewhere, isDevelopment: boolean): string {
  const { mapTileUrl, blobOrigin } = elsewhere;
  const origins = [mapTileUrl === null ? null : tileOrigin(mapTileUrl), blobOrigin]
    .filter((origin) => origin !== null)
    .map((origin) => ` ${origin}`)
    .join('');
  return [
    `default-src 'self'`,
    // React's development build rebuilds server stacks with eval; production never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:${origins}`,
    `connect-src 'self'${origins}`,
    `worker-src 'self' blob:`,
    `font-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** `https://{s}.tiles.example/{z}/{x}/{y}.png` -> `https://*.tiles.example`. */
const tileOrigin = (url: string) => new URL(url.replace('{s}', '*').replaceAll(/[{}]/g, '')).origin;
