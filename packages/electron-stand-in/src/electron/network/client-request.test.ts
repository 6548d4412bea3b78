import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ClientRequest } from './client-request.ts';
import { session } from './session.ts';

let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/here' }).end();
    else response.end(`${request.method ?? ''} ${String(request.headers['x-well'] ?? 'no well')}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => session.defaultSession.disableNetworkEmulation());
afterAll(() => void server.close());

const options = (path: string) => ({ protocol: 'http:' as const, hostname: '127.0.0.1', port, path });

test('a request is answered', async () => {
  const request = new ClientRequest({ ...options('/here'), headers: { 'x-well': 'Bluebonnet 1' } });
  const answered = once(request, 'response');
  request.end();
  const [response] = (await answered) as [IncomingMessage];
  expect(await text(response)).toBe('GET Bluebonnet 1');
});

test('a redirect is told, and not followed', async () => {
  const request = new ClientRequest(options('/moved'));
  const told = once(request, 'redirect');
  request.end();
  expect((await told).slice(0, 3)).toEqual([302, 'GET', `http://127.0.0.1:${String(port)}/here`]);
});

test('a request fails where the network is cut off', async () => {
  session.defaultSession.enableNetworkEmulation({ offline: true });
  const request = new ClientRequest(options('/here'));
  const failed = once(request, 'error');
  request.end();
  expect(String((await failed)[0])).toBe('Error: net::ERR_INTERNET_DISCONNECTED');
});
