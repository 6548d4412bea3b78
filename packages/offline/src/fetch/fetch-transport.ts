/**
 * The transport over `fetch`: browsers, Electron, React Native and Node have it. Photos leave as streams, which Node's `fetch` sends. A
 * phone and a browser give a `put` of their own: by the file's place.
 */
import { retryAfterOf, send } from '@wellpulse/api-client';
import { PROTOCOL_HEADER, PROTOCOL_VERSION, syncEndpoints, TIME_HEADER } from '@wellpulse/contracts';
import type { PhotoFile } from '../ports/photo-files.ts';
import type { PutRequest, Reply, Transport } from '../ports/transport.ts';
import { packed } from './packed.ts';
import { Patience } from './patience.ts';

/**
 * A transport to the API at an address: the server's origin with `API_PATH`. It never throws because of a bad network: the reply says
 * what came back.
 *
 * @example
 * const transport = fetchTransport('https://wellpulse.example/api');
 * const onAPhone = { ...transport, put: putByPlace };
 */
export function fetchTransport(address: string, fetchWith: typeof fetch = fetch): Transport {
  const baseUrl = address.replace(/\/+$/, '');
  return {
    call: (endpoint, request, { accessToken, idempotencyKey, headers, timeoutMs }) =>
      withPatience(timeoutMs, async (patience) => {
        const isBatch = endpoint.path === syncEndpoints.batch.path;
        const response = await send(
          {
            baseUrl,
            accessToken: () => accessToken ?? null,
            fetch: async (input, init) => {
              const sent = isBatch ? await packed(init) : init;
              patience.sends(bytesOf(sent?.body));
              return fetchWith(input, sent);
            },
          },
          endpoint,
          {
            ...request,
            signal: patience.signal,
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
          body: await bodyOf(response, patience),
          retryAfterSeconds: retryAfterOf(response),
          serverTime: serverTimeOf(response),
          headers: headersOf(response),
        };
      }),
    put: ({ url, headers, file, timeoutMs, onProgress }) =>
      withPatience(timeoutMs, async (patience) => {
        patience.sends(file.size);
        const init: RequestInit & { readonly duplex: 'half' } = {
          method: 'PUT',
          // The storage takes nothing whose length it isn't told.
          headers: { ...headers, 'content-length': String(file.size) },
          body: streamOf(file, onProgress),
          duplex: 'half',
          signal: patience.signal,
        };
        const response = await fetchWith(url, init);
        await response.arrayBuffer();
        // The storage has no word on the time.
        return { kind: 'ANSWERED', status: response.status, body: undefined, ...SILENT };
      }),
  };
}

/** Gives a piece when the link asks for one. What was given before has left then. */
function streamOf(file: PhotoFile, onProgress: PutRequest['onProgress']): ReadableStream<Uint8Array> {
  const pieces = file.pieces()[Symbol.asyncIterator]();
  let sentBytes = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (stream) => {
        onProgress?.(sentBytes);
        const next = await pieces.next();
        if (next.done === true) {
          stream.close();
        } else {
          sentBytes += next.value.length;
          stream.enqueue(next.value);
        }
      },
      cancel: async () => void (await pieces.return?.()),
    },
    { highWaterMark: 0 },
  );
}

const SILENT = { retryAfterSeconds: null, serverTime: null } as const;

const serverTimeOf = ({ headers }: Response): string | null =>
  headers.has(PROTOCOL_HEADER) ? headers.get(TIME_HEADER) : null;

/** Those of the protocol. */
const headersOf = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('wellpulse-')));

const bytesOf = (body: RequestInit['body']): number =>
  typeof body === 'string' ? body.length : body instanceof ArrayBuffer ? body.byteLength : 0;

/** Undefined if it can't be the server's: no JSON, or a refusal that is no problem of RFC 9457. */
async function bodyOf(response: Response, patience: Patience): Promise<unknown> {
  const text = await textOf(response, patience);
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok && !type.startsWith('application/problem+json')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** However long it takes, as long as something comes. Where a platform gives no stream, all of it has to come in time. */
async function textOf(response: Response, patience: Patience): Promise<string> {
  patience.heard();
  const reader = response.body?.getReader();
  if (reader === undefined) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    patience.heard();
    text += decoder.decode(value, { stream: !done });
    if (done) return text;
  }
}

async function withPatience(timeoutMs: number, send: (patience: Patience) => Promise<Reply>): Promise<Reply> {
  const patience = new Patience(timeoutMs);
  try {
    return await send(patience);
  } catch {
    if (patience.signal.aborted) return { kind: 'TIMEOUT' };
    // Nothing came, or the connection broke off in the middle of the body.
    return { kind: 'NO_ANSWER' };
  } finally {
    patience.end();
  }
}
