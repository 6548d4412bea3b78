/** The transport over `fetch`: browsers, Electron, React Native and Node have it. */
import { call } from '@wellpulse/api-client';
import type { EndpointDefinition } from '@wellpulse/contracts';
import type { Reply, Transport } from '../ports/transport.ts';

export function fetchTransport(baseUrl: string, fetchWith: typeof fetch = fetch): Transport {
  return {
    call: (endpoint, request, { accessToken, idempotencyKey, timeoutMs }) =>
      withTimeout(timeoutMs, async (signal) => {
        const result = await call<EndpointDefinition>(
          { baseUrl, accessToken: () => accessToken ?? null, fetch: fetchWith },
          endpoint,
          {
            ...request,
            signal,
            headers: idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey },
            // The endpoint's own types were checked by the caller; here it is any endpoint.
          },
        );
        if (result.ok) return answered(endpoint.status, result.value);
        return answered(result.problem.status, result.problem, result.retryAfterSeconds);
      }),
    put: ({ url, headers, bytes, timeoutMs, onProgress }) =>
      withTimeout(timeoutMs, async (signal) => {
        const body = new Blob([new Uint8Array(bytes)]);
        const response = await fetchWith(url, { method: 'PUT', headers: { ...headers }, body, signal });
        await response.arrayBuffer();
        onProgress?.(bytes.length);
        return answered(response.status, undefined);
      }),
  };
}

const answered = (status: number, body: unknown, retryAfterSeconds: number | null = null): Reply => ({
  kind: 'ANSWERED',
  status,
  body,
  retryAfterSeconds,
});

async function withTimeout(timeoutMs: number, send: (signal: AbortSignal) => Promise<Reply>): Promise<Reply> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    return await send(abort.signal);
  } catch (error) {
    if (abort.signal.aborted) return { kind: 'TIMEOUT' };
    // A body of success that is no JSON is an answer, though not the server's.
    if (error instanceof SyntaxError) return answered(200, undefined);
    // Nothing came, or the connection broke off in the middle of the body.
    return { kind: 'NO_ANSWER' };
  } finally {
    clearTimeout(timer);
  }
}
