import { allEndpoints, bodyLimitOf } from '@wellpulse/contracts';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_BUFFERED_BYTES } from './buffered-body.ts';
import { guardBodies, isBodyRefused } from './guard-bodies.ts';

const MIB = 1024 * 1024;
const sampleOf = (path: string) => path.replaceAll(/:\w+/g, '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d');

/** What was let through to the application. */
const seen: string[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((incoming, response) => {
    seen.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    response.end('{}');
  });
  guardBodies(server);
  guardBodies(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function send(method: string, path: string, headers: Record<string, string | number>, body?: Buffer) {
  seen.length = 0;
  return new Promise<number | undefined>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const sending = request({ port, method, path, headers });
    sending.on('error', reject).on('response', (response) => {
      resolve(response.statusCode);
      response.resume();
    });
    sending.end(body);
  });
}
const send2MiB = (method: string, path: string) =>
  send(method, path, { 'content-length': 2 * MIB }, Buffer.alloc(2 * MIB));

describe('a body that nobody has been asked for', () => {
  it.each([
    ['POST', '/browser/session'],
    ['DELETE', '/browser/session'],
    ['POST', '/'],
    ['POST', '/sign-in?next=%2F'],
    ['POST', '/wells/1/entry'],
    ['POST', '/_next/image'],
    ['POST', '//[no-host/x'],
    ['POST', '/blob/account/container/name'],
    ['POST', '/browser/nowhere'],
    ['POST', '/api/nowhere'],
    ['PATCH', '/api/wells'],
  ])('of 2 MiB stops before %s %s', async (method, path) => {
    expect(await send2MiB(method, path)).toBe(413);
    expect(seen).toEqual([]);
  });

  it.each(allEndpoints.map((definition) => ({ ...definition })))(
    'has the size that the API allows for $method $path',
    async (definition) => {
      const isRefused = bodyLimitOf(definition).bytes < 2 * MIB;
      for (const top of ['/api', '/browser']) {
        expect(await send2MiB(definition.method, top + sampleOf(definition.path))).toBe(
          isRefused ? 413 : 200,
        );
        expect(seen).toHaveLength(isRefused ? 0 : 1);
      }
    },
  );

  it('and comes in chunks is refused by pages, and counted by the routes of the API', async () => {
    const chunked = { 'transfer-encoding': 'chunked' };
    expect(await send('POST', '/wells', chunked, Buffer.alloc(10))).toBe(413);
    expect(await send('PUT', '/blob/a/b/c', chunked, Buffer.alloc(10))).toBe(413);
    expect(await send('POST', '/api/wells', chunked, Buffer.alloc(10))).toBe(200);
    expect(await send('POST', '/browser/wells', chunked, Buffer.alloc(10))).toBe(200);
  });

  it('may be a photo of 10 MiB on its way to the storage, and no byte more', async () => {
    const most = 10 * MIB;
    expect(await send('PUT', '/blob/a/b/c', { 'content-length': most }, Buffer.alloc(most))).toBe(200);
    expect(await send('PUT', '/blob/a/b/c', { 'content-length': most + 1 }, Buffer.alloc(most + 1))).toBe(
      413,
    );
  });

  it('is let through if it is small, and so is a request without one', async () => {
    expect(await send('POST', '/browser/session', { 'content-length': 2 }, Buffer.from('{}'))).toBe(200);
    expect(await send('GET', '/wells', {})).toBe(200);
    expect(await send('POST', '/api/sync', {})).toBe(200);
  });
});

it('holds the budget while a request lasts, and gives it back', async () => {
  const budget = { left: MOST_BUFFERED_BYTES };
  const app = createServer((incoming, response) => {
    if (isBodyRefused(incoming, response, budget)) return;
    incoming.resume().once('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => {
    app.listen(0, '127.0.0.1', resolve);
  });
  const { port } = app.address() as AddressInfo;
  const open = (path: string) => {
    const sending = request({
      port,
      path,
      method: 'POST',
      headers: { 'content-length': MOST_BUFFERED_BYTES },
    });
    const status = new Promise<number | undefined>((resolve, reject) => {
      sending.on('error', reject).on('response', (response) => {
        resolve(response.statusCode);
        response.resume();
      });
    });
    sending.flushHeaders();
    return { sending, status };
  };
  const first = open('/api/wells');
  await expect.poll(() => budget.left).toBe(0);
  expect(await open('/api/wells').status).toBe(503);
  first.sending.end(Buffer.alloc(MOST_BUFFERED_BYTES));
  expect(await first.status).toBe(200);
  await expect.poll(() => budget.left).toBe(MOST_BUFFERED_BYTES);
  app.closeAllConnections();
  app.close();
});
