/** How the web server itself calls the API: for a session, and for what it renders before the browser asks. */
import type { Transport } from '@wellpulse/api-client';
import { webSettings } from './settings.ts';

const PATIENCE_MS = 15_000;

/** `headers` are the browser's: the API throttles by its address and logs its request. */
export function apiTransport(headers: Pick<Headers, 'get'>, accessToken: string | null = null): Transport {
  const passedOn = ['x-forwarded-for', 'user-agent', 'x-request-id'];
  return {
    baseUrl: webSettings().apiUrl,
    accessToken: () => accessToken,
    fetch: (input, init) => {
      const sent = new Headers(init?.headers);
      for (const name of passedOn) {
        const value = headers.get(name);
        if (value !== null) sent.set(name, value);
      }
      return fetch(input, {
        ...init,
        headers: sent,
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    },
  };
}
