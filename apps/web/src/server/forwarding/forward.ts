/**
 * Passes a request on to the API and its answer back, both as streams: the largest upload or an endless event stream costs a
 * few kilobytes here. A slow side slows the other. Node's own client is used rather than `fetch`, which gives up on an answer
 * after five minutes.
 *
 * Only the headers named here cross. Cookies, hop-by-hop headers and the API's own security headers stay where they
 * are.
 */
import { request as requestHttp, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** Not `accept-encoding`: Next drops `content-encoding` from the answers of routes, so a packed one could not be read. */
const SENT = [
  'accept',
  'accept-language',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-none-match',
  'last-event-id',
  'user-agent',
  'x-forwarded-for',
  'x-request-id',
];

const RETURNED = [
  'cache-control',
  'content-disposition',
  'content-type',
  'etag',
  'location',
  'retry-after',
  'vary',
  'x-request-id',
];

export interface ForwardedRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | Uint8Array | null;
  readonly accessToken: string;
  /** Ends the request when the browser went away. */
  readonly signal: AbortSignal;
}

/** Rejects if the API can't be reached or breaks off before it answers. */
export function forward(url: URL, request: ForwardedRequest): Promise<Response> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = send(url, {
      method: request.method,
      headers: sentHeaders(request),
      signal: request.signal,
    });
    outgoing.once('response', (incoming) => {
      resolve(toResponse(incoming, request.method));
    });
    // Also what happens to the request after its answer came: an API that refuses an upload need not read all of it.
    outgoing.on('error', reject);
    const body = toNodeStream(request.body);
    body.once('error', (error) => outgoing.destroy(error));
    body.pipe(outgoing);
  });
}

function sentHeaders({ headers, accessToken }: ForwardedRequest): OutgoingHttpHeaders {
  const sent: OutgoingHttpHeaders = { authorization: `Bearer ${accessToken}` };
  for (const name of SENT) {
    const value = headers.get(name);
    if (value !== null) sent[name] = value;
  }
  return sent;
}

function toNodeStream(body: ForwardedRequest['body']): Readable {
  if (body === null) return Readable.from([]);
  if (body instanceof Uint8Array) return Readable.from([body]);
  // The same class at run time; the types of the browser and of Node each describe it in their own words.
  return Readable.fromWeb(body as NodeReadableStream<Uint8Array>);
}

function toResponse(incoming: IncomingMessage, method: string): Response {
  const status = incoming.statusCode ?? 502;
  const headers = new Headers();
  for (const name of RETURNED) {
    const value = incoming.headers[name];
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // What belongs to one person must not stay in a shared cache, nor events in a compressor's buffer.
  const isEventStream = headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (isEventStream) headers.set('cache-control', 'no-cache, no-transform');
  else if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
  const hasBody = method !== 'HEAD' && status !== 204 && status !== 304;
  if (!hasBody) incoming.resume();
  return new Response(hasBody ? toWebStream(incoming) : null, { status, headers });
}

const toWebStream = (incoming: IncomingMessage) => Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
