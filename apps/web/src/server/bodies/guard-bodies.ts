/**
 * Stands before everything that Next.js does with a request. Nobody has been asked who they are yet, so what counts is
 * the route alone: how large a body may be, and how long it may take. All bodies that are on their way share a budget.
 *
 * A page takes no body, and Next.js would copy one into memory for it: one without a length is refused there, and by the photo
 * storage. The routes of the API count such a body while they read it.
 */
import {
  API_PATH,
  BLOB_PATH,
  bodyLimitAt,
  bodyLimitOf,
  endpoints,
  LONGEST_UPLOAD_MS,
  MAX_PHOTO_BYTES,
  PHOTO_OVER_LIMIT,
  type BodyLimit,
} from '@wellpulse/contracts';
import { announcedLength, limitBodyTime } from '@wellpulse/http-server';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { BROWSER_PATH } from '../browser-path.ts';
import { problemOf, sendProblem } from '../problem-response.ts';
import { isBelow, targetOf } from '../request-target.ts';
import { MOST_BUFFERED_BYTES } from './buffered-body.ts';

/** What a photo put straight to the storage may have: as much as one that goes through the API. */
const PHOTO: BodyLimit = {
  bytes: MAX_PHOTO_BYTES,
  milliseconds: LONGEST_UPLOAD_MS,
  tooLarge: PHOTO_OVER_LIMIT,
};
const MAX_CONNECTIONS = 10_000;
/** A thousand bodies of the size that is kept in memory. */
const BUDGET_BYTES = 1024 * MOST_BUFFERED_BYTES;

const guarded = new WeakSet<Server>();

/** Guards a server, once. What `isHandled` says of a request that was let in is done without Next.js. */
export function guardBodies(
  server: Server,
  isHandled: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): void {
  if (guarded.has(server)) return;
  guarded.add(server);
  server.maxConnections = MAX_CONNECTIONS;
  const budget = { left: BUDGET_BYTES };
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (isBodyRefused(request, response, budget) || isHandled(request, response)) return;
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
  const { pathname: path } = targetOf(request);
  const limit = limitAt(request.method ?? 'GET', path);
  limitBodyTime(request, response, limit.milliseconds);
  const isCounted = routeIn(path) !== null;
  if (length === null ? !isCounted : length > limit.bytes) {
    sendProblem(response, problemOf('PAYLOAD_TOO_LARGE', limit.tooLarge));
    return true;
  }

  const held = Math.min(length ?? limit.bytes, MOST_BUFFERED_BYTES);
  if (held > budget.left) {
    sendProblem(response, problemOf('UNAVAILABLE'));
    return true;
  }
  budget.left -= held;
  response.once('close', () => (budget.left += held));
  return false;
}

function limitAt(method: string, path: string): BodyLimit {
  if (path === `${BROWSER_PATH}/session`) return bodyLimitOf(endpoints.auth.login);
  if (method === 'PUT' && isBelow(path, BLOB_PATH)) return PHOTO;
  return bodyLimitAt(method, routeIn(path) ?? '');
}

/** The route of the API that a path leads to, with a token or as a page; null for what is no route's. */
function routeIn(path: string): string | null {
  const top = [API_PATH, BROWSER_PATH].find((one) => path.startsWith(`${one}/`));
  return top === undefined ? null : path.slice(top.length);
}
