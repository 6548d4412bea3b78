/** An office for phones: the app at `/field` as the dashboard's server gives it, and the API. It counts what passes, and can be away. */
import { API_PATH, FIELD_PATH, valuesFrom, WELL_VALUES } from '@wellpulse/contracts';
import { FakeServer, PUMPER } from '@wellpulse/offline/testing';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { linkTo } from '../../../scripts/lib/mobile/host/office.mjs';

/** The build for browsers. */
export const DIST = path.join(import.meta.dirname, '../../../apps/mobile/dist');
/** A pumper's day. */
export const WELLS = 27;
const AT_FIRST_WELL = { latitude: 31.8457, longitude: -102.3676 };

export const wellId = (well: number): string => `01890000-0000-7000-8000-${String(well).padStart(12, '0')}`;

export interface FieldOffice {
  readonly url: string;
  readonly server: FakeServer;
  /** Bytes of the API's requests and answers, heads and all, as far as HTTP/1.1 has written them. */
  readonly passed: { up: number; down: number };
  /** What it has sent of the app, packed: the bytes of each file. */
  readonly sent: Map<string, number>;
  /** Whether each request of the API is broken off. */
  setAway(isAway: boolean): void;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

export async function openFieldOffice(): Promise<FieldOffice> {
  const server = new FakeServer();
  for (let well = 0; well < WELLS; well += 1) server.addWell(aWell(well));
  const link = linkTo(server);
  const passed = { up: 0, down: 0 };
  const sent = new Map<string, number>();
  let isAway = false;

  async function answerApi(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const packed = await buffer(request);
    const { socket } = request;
    if (isAway) {
      socket.destroy();
      return;
    }
    const { url = '/', method = 'GET' } = request;
    if (url.endsWith('/health')) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      return;
    }
    const isPacked = request.headers['content-encoding'] === 'gzip';
    const answer = await link({
      method,
      url: `http://office${url}`,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: isPacked ? gunzipSync(packed) : packed,
    });
    passed.up += packed.length + bytesOfHead(request.rawHeaders) + method.length + url.length + 12;
    passed.down += answer.body.length + bytesOfHead(Object.entries(answer.headers).flat()) + 90;
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  async function answerField(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = decodeURIComponent(new URL(request.url ?? '/', 'http://office').pathname);
    const name = path.extname(given) === '' ? 'index.html' : given.slice(FIELD_PATH.length + 1);
    const file = path.join(DIST, name);
    const packed = existsSync(`${file}.br`);
    const bytes = await readFile(packed ? `${file}.br` : file).catch(() => null);
    if (bytes === null) {
      response.writeHead(404).end();
      return;
    }
    sent.set(name, bytes.length);
    response.writeHead(200, {
      'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'content-length': bytes.length,
      'service-worker-allowed': FIELD_PATH,
      ...(packed ? { 'content-encoding': 'br' } : {}),
    });
    response.end(bytes);
  }

  const http = createServer((request, response) => {
    const isApi = request.url?.startsWith(API_PATH) === true;
    (isApi ? answerApi(request, response) : answerField(request, response)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('The office has no port');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    ...{ server, passed, sent },
    setAway: (away) => {
      isAway = away;
      if (away) http.closeAllConnections();
    },
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
}

const bytesOfHead = (raw: readonly string[]): number =>
  raw.reduce((bytes, text) => bytes + text.length, 2 * raw.length);

const aWell = (well: number) => ({
  id: wellId(well),
  apiNumber: `42-165-${String(10_000 + well)}`,
  ...valuesFrom(WELL_VALUES, {
    name: `Bench #${String(well + 1)}`,
    route: 'North',
    routePosition: well + 1,
    operatorIds: [PUMPER.id],
    latitude: AT_FIRST_WELL.latitude + well / 100,
    longitude: AT_FIRST_WELL.longitude,
  }),
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
  version: 1,
});
