/**
 * Adjusts the HTTP server that Next.js makes and does not hand out, through Node's own announcement of requests:
 *
 * - X-Forwarded-For names whoever sends, and nobody else, because the API throttles sign-in by it. What a caller wrote into it counts
 *   only as far as the caller is a proxy of ours (`WELLPULSE_TRUST_PROXY`). So it is with the scheme.
 * - A body has the size and the time that its route allows (`guard-bodies.ts`), not the five minutes of Node.
 * - What is for the API or for the photo storage never gets to Next.js (`one-origin.ts`).
 * - Nor does what is for the field app (`serve-field.ts`).
 */
import { LONGEST_UPLOAD_MS } from '@wellpulse/contracts';
import type { Proxies } from '@wellpulse/http-server';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';
import { guardBodies } from './bodies/guard-bodies.ts';
import { isOfField } from './field/serve-field.ts';
import { isPassedOn } from './forwarding/one-origin.ts';
import { webSettings } from './settings.ts';

interface RequestStart {
  readonly request: IncomingMessage;
  readonly server: Server;
}

const isRequestStart = (message: unknown): message is RequestStart =>
  typeof message === 'object' && message !== null && 'request' in message && 'server' in message;

export function prepareServer(): void {
  const settings = webSettings();
  subscribe('http.server.request.start', (message) => {
    if (!isRequestStart(message)) return;
    const { request, server } = message;
    server.requestTimeout = LONGEST_UPLOAD_MS;
    guardBodies(
      server,
      (incoming, response) =>
        isPassedOn(incoming, response, settings) || isOfField(incoming, response, settings),
    );
    sayWhoSends(request, settings.proxies);
  });
}

/** Puts what is known of the sender into the headers, where the API and Next.js look for it. */
export function sayWhoSends(request: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: Proxies): void {
  const { headers, socket } = request;
  const connection = socket.remoteAddress ?? '';
  if (!proxies.has(connection)) delete headers['x-forwarded-proto'];
  const names = headers['x-forwarded-for'];
  headers['x-forwarded-for'] = proxies.clientOf(connection, Array.isArray(names) ? names.join(',') : names);
  // Addresses are made from WELLPULSE_PUBLIC_URL, and from nothing that a request says.
  delete headers['x-forwarded-host'];
  delete headers['x-forwarded-port'];
  delete headers['forwarded'];
}
