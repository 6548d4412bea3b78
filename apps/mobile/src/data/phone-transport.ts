/** The way to the server, from a phone and from a browser: neither sends a stream, so the bytes of a photo leave as one body. */
import { wholeOf, type Transport } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';

/**
 * A transport to the API at `url`. A photo has at most 2 MB on a device, and one leaves at a time.
 *
 * @example
 * const office = await openOffice(texts, phoneTransport);
 */
export function phoneTransport(url: string): Transport {
  // A browser's `fetch` is called by nobody but the window.
  const transport = fetchTransport(url, (input, init) => fetch(input, init));
  return {
    ...transport,
    put: async ({ url: to, headers, file, timeoutMs, onProgress }) => {
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), timeoutMs + file.size);
      try {
        const body = new Blob([new Uint8Array(await wholeOf(file.pieces()))]);
        onProgress?.(0);
        const response = await fetch(to, { method: 'PUT', headers, body, signal: abort.signal });
        await response.arrayBuffer();
        onProgress?.(file.size);
        return {
          kind: 'ANSWERED',
          status: response.status,
          body: undefined,
          retryAfterSeconds: null,
          serverTime: null,
        };
      } catch {
        return abort.signal.aborted ? { kind: 'TIMEOUT' } : { kind: 'NO_ANSWER' };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
