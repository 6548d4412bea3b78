/**
 * The phone's app for browsers, below `/field` of the one origin (ADR 106). Its files are those of one build; any other path below is a
 * screen of it. Nothing of it is anybody's secret: what a person sees there comes from their own device, and by the API.
 */
import { FIELD_PATH, message } from '@wellpulse/contracts';
import { createWords, languageOf, PRODUCT_NAME } from '@wellpulse/words';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { problemOf, sendProblem } from '../problem-response.ts';
import { isBelow, targetOf } from '../request-target.ts';
import type { WebSettings } from '../settings.ts';

type FieldSettings = Pick<WebSettings, 'fieldFolder' | 'blobOrigin'>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
/** Their names change with their content. */
const HASHED = /[.-][0-9a-f]{32}\./;
const FOR_EVER = 'public, max-age=31536000, immutable';
const RETRY_SECONDS = 5;
const PACKED = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Whether the request was for the field app; then it is answered. */
export function isOfField(
  request: IncomingMessage,
  response: ServerResponse,
  settings: FieldSettings,
): boolean {
  const { pathname } = targetOf(request);
  if (!isBelow(pathname, FIELD_PATH)) return false;
  void serve(request, response, pathname.slice(FIELD_PATH.length), settings).catch(() => response.destroy());
  return true;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { fieldFolder, blobOrigin }: FieldSettings,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sendProblem(response, problemOf('METHOD_NOT_ALLOWED'));
    return;
  }
  const isFile = extname(path) !== '';
  const file = fieldFolder === null ? null : await fileAt(fieldFolder, isFile ? path : '/index.html');
  if (file === null) {
    if (isFile) sendProblem(response, problemOf('ROUTE_NOT_FOUND'));
    else sendAway(request, response);
    return;
  }
  const packed = await packedOf(file, request.headers['accept-encoding'] ?? '');
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': packed.size,
    'cache-control': HASHED.test(file) ? FOR_EVER : 'no-cache',
    'content-security-policy': policyOf(blobOrigin),
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    // The app starts at `/field` itself, above the folder of its service worker.
    'service-worker-allowed': FIELD_PATH,
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...(packed.encoding === null ? {} : { 'content-encoding': packed.encoding }),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(packed.path), response);
}

/** The app is not built yet: for a person a page in their language that looks again by itself, for a program a problem. */
function sendAway({ headers }: IncomingMessage, response: ServerResponse): void {
  const problem = problemOf('UNAVAILABLE', message('fieldAppAway'));
  if (headers.accept?.includes('text/html') !== true) {
    sendProblem(response, problem);
    return;
  }
  const { language, formatMessage } = createWords(languageOf(headers['accept-language'] ?? ''));
  response.writeHead(problem.status, {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    'retry-after': String(RETRY_SECONDS),
  });
  response.end(
    `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
      '<meta name="viewport" content="width=device-width, initial-scale=1">' +
      `<meta http-equiv="refresh" content="${String(RETRY_SECONDS)}"><title>${PRODUCT_NAME}</title>` +
      `<p>${formatMessage(message('fieldAppAway'))}</p></html>`,
  );
}

/** Null for what is no file of the folder. */
async function fileAt(folder: string, path: string): Promise<string | null> {
  const name = decoded(path);
  const file = name === null ? null : join(folder, name);
  if (file?.startsWith(folder + sep) !== true) return null;
  return (await sizeOf(file)) === null ? null : file;
}

/** Null for what names nothing. */
function decoded(path: string): string | null {
  try {
    const name = decodeURIComponent(path);
    return name.includes('\0') ? null : name;
  } catch {
    return null;
  }
}

/** Null where no file is. */
const sizeOf = async (path: string): Promise<number | null> => {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? found.size : null;
};

/** As the build has packed it, for a browser that reads that. */
async function packedOf(file: string, accepted: string) {
  for (const [encoding, ending] of PACKED) {
    const size = accepted.includes(encoding) ? await sizeOf(file + ending) : null;
    if (size !== null) return { path: file + ending, size, encoding };
  }
  return { path: file, size: (await sizeOf(file)) ?? 0, encoding: null };
}

/** SQLite is WebAssembly in a worker. The app's styles are made while it runs. */
const policyOf = (blobOrigin: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    `connect-src 'self'${blobOrigin === null ? '' : ` ${blobOrigin}`}`,
    "img-src 'self' blob: data:",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
