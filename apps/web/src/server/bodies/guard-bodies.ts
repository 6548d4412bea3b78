/**
 * Stands before everything that Next.js does with a request. Nobody has been asked who they are yet, so what counts is
 * the route alone: how large a body may be, and how long it may take. All bodies that are on their way share a budget.
 *
 * A page takes no body, and Next.js would copy one into memory for it: one without a length is refused there. The routes
 * below `/api` count such a body while they read it or pass it on.
 */
import { bodyLimitAt, bodyLimitOf, endpoints, type BodyLimit } from '@wellpulse/contracts';
import { announcedLength, limitBodyTime } from '@wellpulse/http-server';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { MOST_BUFFERED_BYTES } from './buffered-body.ts';
import { problemOf } from '../problem-response.ts';

const API = '/api';
const MAX_CONNECTIONS = 10_000;
/** A thousand bodies of the size that is kept in memory. */
const BUDGET_BYTES = 1024 * MOST_BUFFERED_BYTES;

const guarded = new WeakSet<Server>();

/** Guards a server, once. */
export function guardBodies(server: Server): void {
  if (guarded.has(server)) return;
  guarded.add(server);
  server.maxConnections = MAX_CONNECTIONS;
  const budget = { left: BUDGET_BYTES };
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (isBodyRefused(request, response, budget)) return;
    for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
  });
}

/** Answers with 413 or 503 if the body can't be taken; otherwise limits the time that it may take. */
export function isBodyRefused(
  request: IncomingMessage,
  response: ServerResponse,
  budget: { left: number },
): boolean {
  const length = announcedLength(request.headers);
  if (length === 0) return false;
  const path = new URL(request.url ?? '/', 'http://wellpulse.invalid').pathname;
  const limit = limitAt(request.method ?? 'GET', path);
  limitBodyTime(request, response, limit.milliseconds);
  const isCounted = path.startsWith(`${API}/`);
  if (length === null ? !isCounted : length > limit.bytes) {
    return refuse(response, 'PAYLOAD_TOO_LARGE', limit.tooLarge);
  }

  const held = Math.min(length ?? limit.bytes, MOST_BUFFERED_BYTES);
  if (held > budget.left) return refuse(response, 'UNAVAILABLE');
  budget.left -= held;
  response.once('close', () => (budget.left += held));
  return false;
}

function limitAt(method: string, path: string): BodyLimit {
  if (path === `${API}/session`) return bodyLimitOf(endpoints.auth.login);
  return bodyLimitAt(method, path.startsWith(`${API}/`) ? path.slice(API.length) : '');
}

function refuse(response: ServerResponse, code: 'PAYLOAD_TOO_LARGE' | 'UNAVAILABLE', detail?: string): true {
  const problem = problemOf(code, detail);
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(code === 'UNAVAILABLE' ? { 'retry-after': '5' } : {}),
  });
  response.end(JSON.stringify(problem));
  return true;
}
