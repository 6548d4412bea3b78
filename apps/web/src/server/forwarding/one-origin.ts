/**
 * The one origin (ADR 103): what devices and programs ask is passed on, `/api` to the API and `/blob` to the photo storage. All else is the
 * dashboard's.
 *
 * No cookie crosses: below `/api` a bearer token counts and nothing else, so that no page of another site can use somebody's session.
 */
import { API_PATH, BLOB_PATH, message } from '@wellpulse/contracts';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { problemOf, sendProblem } from '../problem-response.ts';
import { isBelow, targetOf } from '../request-target.ts';
import type { WebSettings } from '../settings.ts';
import { headersBut, headersOnly, passOn } from './pass-on.ts';

type Elsewhere = Pick<WebSettings, 'apiUrl' | 'blobUpstream'>;
type Handler = (request: IncomingMessage, response: ServerResponse, to: string, elsewhere: Elsewhere) => void;

const HANDLERS: readonly (readonly [string, Handler])[] = [
  [API_PATH, passToApi],
  [BLOB_PATH, passToStorage],
];

/** Whether the request was for another server of ours; then it has been passed on, or refused. */
export function isPassedOn(
  request: IncomingMessage,
  response: ServerResponse,
  elsewhere: Elsewhere,
): boolean {
  const { pathname, search } = targetOf(request);
  const found = HANDLERS.find(([top]) => isBelow(pathname, top));
  if (found === undefined) return false;
  const [top, handle] = found;
  handle(request, response, (pathname.slice(top.length) || '/') + search, elsewhere);
  return true;
}

/** `x-forwarded-for` was set by `prepare-server.ts`. */
const NOT_FOR_THE_API = ['cookie', 'forwarded', 'host', 'x-forwarded-host', 'x-forwarded-port'];

/** Its port shows nothing that is not for outsiders. */
function passToApi(
  request: IncomingMessage,
  response: ServerResponse,
  to: string,
  { apiUrl }: Elsewhere,
): void {
  passOn(request, response, {
    to: new URL(apiUrl + to),
    headers: headersBut(request, NOT_FOR_THE_API),
    answerHeaders: (incoming) => headersBut(incoming, ['set-cookie']),
    away: () => {
      sendProblem(response, problemOf('UNAVAILABLE', message('serverAway')));
    },
  });
}

const METHODS = new Set(['GET', 'HEAD', 'PUT']);
const FOR_THE_STORAGE = ['content-type', 'if-modified-since', 'if-none-match', 'range'];
const FROM_THE_STORAGE = [
  'accept-ranges',
  'cache-control',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'last-modified',
];

/** Bytes that somebody uploaded, on the dashboard's own origin: nothing in them runs, whatever a browser takes them for. */
const HARMLESS: OutgoingHttpHeaders = {
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/**
 * Only what an address of the API's allows: one photo read, or put whole. The storage checks the signature. Neither its account's key nor
 * its other operations work from outside, so no header crosses that could ask for them.
 */
function passToStorage(
  request: IncomingMessage,
  response: ServerResponse,
  to: string,
  { blobUpstream }: Elsewhere,
): void {
  if (blobUpstream === null) {
    sendProblem(response, problemOf('ROUTE_NOT_FOUND'));
    return;
  }
  const { method = 'GET' } = request;
  const url = new URL(blobUpstream + to);
  if (!METHODS.has(method)) {
    sendProblem(response, problemOf('METHOD_NOT_ALLOWED'));
    return;
  }
  if (!isOfOneBlob(url.searchParams)) {
    sendProblem(response, problemOf('FORBIDDEN'));
    return;
  }
  passOn(request, response, {
    to: url,
    headers: {
      ...headersOnly(request, FOR_THE_STORAGE),
      ...(method === 'PUT' ? { 'x-ms-blob-type': 'BlockBlob' } : {}),
    },
    answerHeaders: (incoming) => ({ ...headersOnly(incoming, FROM_THE_STORAGE), ...HARMLESS }),
    away: () => {
      sendProblem(response, problemOf('UNAVAILABLE', message('photoStorageAway')));
    },
  });
}

/** Signed for one blob (`sr=b`), and no operation but to read it or to put it. */
const isOfOneBlob = (query: URLSearchParams): boolean =>
  query.has('sig') && query.get('sr') === 'b' && !query.has('comp') && !query.has('restype');
