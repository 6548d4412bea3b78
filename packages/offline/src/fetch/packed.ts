/** Packs the body of a request with gzip, for a server that reads that. */

/** Less gains nothing. */
const WORTH_IT_CHARACTERS = 1024;

/** As it was where a platform cannot pack, such as React Native. */
export async function packed(init: RequestInit | undefined): Promise<RequestInit | undefined> {
  const body = init?.body;
  if (typeof body !== 'string' || body.length < WORTH_IT_CHARACTERS) return init;
  if (typeof CompressionStream === 'undefined') return init;
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  const headers = new Headers(init?.headers);
  headers.set('content-encoding', 'gzip');
  return { ...init, headers, body: await new Response(stream).arrayBuffer() };
}
