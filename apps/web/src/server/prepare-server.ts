/**
 * Adjusts the HTTP server that Next.js makes and does not hand out, through Node's own announcement of requests:
 *
 * - X-Forwarded-For says where the connection comes from, whatever the caller wrote into it, because the API
 *   throttles sign-in by it. Behind a reverse proxy that sets the header, `WELLPULSE_TRUST_PROXY=1` keeps it.
 * - A body has the size and the time that its route allows (`guard-bodies.ts`), not the five minutes of Node.
 */
import { LONGEST_UPLOAD_MS } from '@wellpulse/contracts';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';
import { guardBodies } from './bodies/guard-bodies.ts';
import { webSettings } from './settings.ts';

interface RequestStart {
  readonly request: IncomingMessage;
  readonly server: Server;
}

const isRequestStart = (message: unknown): message is RequestStart =>
  typeof message === 'object' && message !== null && 'request' in message && 'server' in message;

export function prepareServer(): void {
  const { trustProxy } = webSettings();
  subscribe('http.server.request.start', (message) => {
    if (!isRequestStart(message)) return;
    const { request, server } = message;
    server.requestTimeout = LONGEST_UPLOAD_MS;
    guardBodies(server);
    const address = request.socket.remoteAddress;
    if (!trustProxy && address !== undefined) request.headers['x-forwarded-for'] = address;
  });
}
