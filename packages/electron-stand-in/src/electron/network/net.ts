/** `electron.net`: requests of the main process. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Net } from 'electron';
import { refuseUnknown } from '../../guard/not-in-stand-in.ts';
import { ClientRequest } from './client-request.ts';
import { handlerOf } from './protocol.ts';
import { session } from './session.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) throw new Error('net::ERR_FILE_NOT_FOUND');
  const headers = { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' };
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, { headers });
}

/** Chromium's names of what Node says. */
const PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  ETIMEDOUT: 'net::ERR_CONNECTION_TIMED_OUT',
  UND_ERR_CONNECT_TIMEOUT: 'net::ERR_CONNECTION_TIMED_OUT',
  UND_ERR_SOCKET: 'net::ERR_CONNECTION_CLOSED',
};

function named(error: unknown): unknown {
  const cause = error instanceof TypeError ? (error.cause as { code?: string } | undefined) : undefined;
  if (cause?.code === undefined) return error;
  return new Error(PROBLEMS[cause.code] ?? 'net::ERR_FAILED', { cause: error });
}

async function netFetch(
  input: string | GlobalRequest,
  init?: RequestInit & { bypassCustomProtocolHandlers?: boolean },
): Promise<Response> {
  const url = typeof input === 'string' ? input : input.url;
  const handler = init?.bypassCustomProtocolHandlers === true ? null : handlerOf(url);
  if (handler !== null) return await handler(new Request(input, init));
  if (url.startsWith('file:')) return await fetchFile(url);
  if (session.defaultSession.isOffline()) throw new Error('net::ERR_INTERNET_DISCONNECTED');
  try {
    return await fetch(input, init);
  } catch (error) {
    throw named(error);
  }
}

export const net = refuseUnknown(
  {
    fetch: netFetch,
    /** What the operating system says, and that is always yes. A test replaces it. */
    isOnline: (): boolean => true,
    request: (options: ConstructorParameters<typeof ClientRequest>[0]): ClientRequest =>
      new ClientRequest(options),
  } satisfies Pick<Net, 'fetch' | 'isOnline'> & { request: unknown },
  'electron.net',
);
