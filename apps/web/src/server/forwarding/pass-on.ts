/**
 * Passes a request on to another server of ours before Next.js sees it, and the answer back, both as streams.
 * A photo, a batch or an endless stream of events costs a few kilobytes here. A slow side slows the other.
 */
import {
  request as requestHttp,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline } from 'node:stream';

/** They are about one connection, and each server has its own (RFC 9110, 7.6.1). `Expect` was answered by Node. */
const OF_A_CONNECTION = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

export interface Passing {
  readonly to: URL;
  readonly headers: OutgoingHttpHeaders;
  /** Of the answer, as the caller gets them. */
  readonly answerHeaders: (incoming: IncomingMessage) => OutgoingHttpHeaders;
  /** Answers if the other server can't be reached, or breaks off before it answers. */
  readonly away: () => void;
}

export function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { to, headers, answerHeaders, away }: Passing,
): void {
  const send = to.protocol === 'https:' ? requestHttps : requestHttp;
  const outgoing = send(to, { method: request.method, headers: { ...headers, ...framingOf(request) } });
  outgoing.once('response', (incoming) => {
    response.writeHead(incoming.statusCode ?? 502, answerHeaders(incoming));
    response.flushHeaders();
    // What breaks off there breaks off here, so that the caller notices.
    pipeline(incoming, response, () => undefined);
  });
  // Comes after an answer too: a server that refuses a body need not read all of it.
  outgoing.on('error', () => {
    if (!response.headersSent && !response.destroyed) away();
  });
  response.once('close', () => {
    if (!response.writableFinished) outgoing.destroy();
  });
  request.once('close', () => {
    if (!request.complete) outgoing.destroy();
  });
  request.pipe(outgoing);
}

/** Said again in so many words: Node frames no body of a DELETE by itself, and its bytes would be read as the next request. */
const framingOf = (request: IncomingMessage): OutgoingHttpHeaders =>
  request.headers['transfer-encoding'] === undefined
    ? headersOnly(request, ['content-length'])
    : { 'transfer-encoding': 'chunked' };

/** All headers but those of the connection, and those that are named. */
export function headersBut(
  { headers }: IncomingMessage,
  without: readonly string[] = [],
): OutgoingHttpHeaders {
  const named = headers.connection?.toLowerCase().split(/\s*,\s*/) ?? [];
  const left = new Set([...OF_A_CONNECTION, ...named, ...without]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !left.has(name)));
}

/** Only the headers that are named, as far as they are there. */
export const headersOnly = ({ headers }: IncomingMessage, names: readonly string[]): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
