/**
 * Cookies travel with every request to us, also with those that another site's page makes. So a request that may
 * change something must come from our own pages: browsers say so in Sec-Fetch-Site, older ones in Origin. One that
 * says neither is no page of ours.
 */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function comesFromElsewhere(request: { readonly method: string; readonly headers: Headers }): boolean {
  if (SAFE_METHODS.has(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin';
  const origin = request.headers.get('origin');
  return origin === null || hostOf(origin) !== request.headers.get('host');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
