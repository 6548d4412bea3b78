/** The way to the server, from a phone and from a browser: neither sends a stream, so a photo leaves as the platform sends files. */
import type { Transport } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import type { SendFile } from '../native/ports.ts';

/**
 * Transports to the API at an address, whose photos leave by `sendFile`. A request ends when nothing leaves for too long.
 *
 * @example
 * const office = await openOffice(texts, phoneTransport(sendFile));
 */
export const phoneTransport =
  (sendFile: SendFile) =>
  (url: string): Transport => ({
    // A browser's `fetch` is called by nobody but the window.
    ...fetchTransport(url, (input, init) => fetch(input, init)),
    put: async ({ url: to, headers, file, timeoutMs, onProgress }) => {
      const abort = new AbortController();
      const patience = (sent: number) => setTimeout(() => abort.abort(), timeoutMs + file.size - sent);
      let timer = patience(0);
      const onSent = (sent: number): void => {
        clearTimeout(timer);
        timer = patience(sent);
        onProgress?.(sent);
      };
      try {
        onProgress?.(0);
        const status = await sendFile({ url: to, headers, file, signal: abort.signal, onSent });
        onProgress?.(file.size);
        return { kind: 'ANSWERED', status, body: undefined, retryAfterSeconds: null, serverTime: null };
      } catch {
        return abort.signal.aborted ? { kind: 'TIMEOUT' } : { kind: 'NO_ANSWER' };
      } finally {
        clearTimeout(timer);
      }
    },
  });
