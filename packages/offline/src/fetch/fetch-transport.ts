/** The transport over `fetch`: browsers, Electron, React Native and Node have it. */
import { retryAfterOf, send } from '@wellpulse/api-client';
import { PROTOCOL_HEADER, PROTOCOL_VERSION, TIME_HEADER } from '@wellpulse/contracts';
import type { Reply, Transport } from '../ports/transport.ts';

export function fetchTransport(baseUrl: string, fetchWith: typeof fetch = fetch): Transport {
  return {
    call: (endpoint, request, { accessToken, idempotencyKey, headers, timeoutMs }) =>
      withTimeout(timeoutMs, async (signal) => {
        const response = await send(
          { baseUrl, accessToken: () => accessToken ?? null, fetch: fetchWith },
          endpoint,
          {
            ...request,
            signal,
            headers: {
              [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
              ...headers,
              ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
            },
          },
        );
        return {
          kind: 'ANSWERED',
          status: response.status,
          body: await bodyOf(response),
          retryAfterSeconds: retryAfterOf(response),
          serverTime: serverTimeOf(response),
          headers: headersOf(response),
        };
      }),
    put: ({ url, headers, bytes, timeoutMs, onProgress }) =>
      withTimeout(timeoutMs, async (signal) => {
        const body = new Blob([new Uint8Array(bytes)]);
        const response = await fetchWith(url, { method: 'PUT', headers: { ...headers }, body, signal });
        await response.arrayBuffer();
        onProgress?.(bytes.length);
        // The storage has no word on the time.
        return { kind: 'ANSWERED', status: response.status, body: undefined, ...SILENT };
      }),
  };
}

const SILENT = { retryAfterSeconds: null, serverTime: null } as const;

const serverTimeOf = ({ headers }: Response): string | null =>
  headers.has(PROTOCOL_HEADER) ? headers.get(TIME_HEADER) : null;

/** Those of the protocol. */
const headersOf = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('wellpulse-')));

/** Undefined if it can't be the server's: no JSON, or a refusal that is no problem of RFC 9457. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok && !type.startsWith('application/problem+json')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function withTimeout(timeoutMs: number, send: (signal: AbortSignal) => Promise<Reply>): Promise<Reply> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    return await send(abort.signal);
  } catch {
    if (abort.signal.aborted) return { kind: 'TIMEOUT' };
    // Nothing came, or the connection broke off in the middle of the body.
    return { kind: 'NO_ANSWER' };
  } finally {
    clearTimeout(timer);
  }
}
