import { once } from 'node:events';
import {
  createServer,
  request as sendRequest,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPassedOn } from './one-origin.ts';

const MIB = 1024 * 1024;
const SIGNED = '?sv=2025-01-05&sr=b&sp=r&sig=abc%2Bdef%3D';

let servers: Server[];
let api: RequestListener;
let storage: RequestListener;
let port: number;
let elsewhere: { apiUrl: string; blobUpstream: string | null };

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

/** The address of a server that answers as the test says at that moment. */
async function listenAs(listener: () => RequestListener): Promise<string> {
  const at = await listen((request, response) => {
    listener()(request, response);
  });
  return `http://127.0.0.1:${String(at)}`;
}

beforeEach(async () => {
  servers = [];
  api = (_, response) => response.end('the API');
  storage = (_, response) => response.end('the storage');
  elsewhere = {
    apiUrl: await listenAs(() => api),
    blobUpstream: await listenAs(() => storage),
  };
  port = await listen((request, response) => {
    if (!isPassedOn(request, response, elsewhere)) response.end('the dashboard');
  });
});

afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

interface Heard {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server that keeps what it was asked. */
function listener(
  heard: Heard[],
  answer: (url: string) => readonly [number, Record<string, string>, string],
): RequestListener {
  return (request, response) => {
    const { method, url, headers } = request;
    void text(request).then((body) => {
      heard.push({ method, url, headers, body });
      const [status, sent, said] = answer(url ?? '');
      response.writeHead(status, sent).end(said);
    });
  };
}

const fetchFrom = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${String(port)}${path}`, init);

describe('what is asked below /api', () => {
  it('gets to the API as it was sent, but for cookies and what others say of the sender', async () => {
    const heard: Heard[] = [];
    api = listener(heard, () => [
      201,
      { 'x-request-id': 'r-1', 'wellpulse-protocol': '2', 'set-cookie': 'a=1' },
      '{}',
    ]);
    const answer = await fetchFrom('/api/wells/1/production?limit=5', {
      method: 'POST',
      headers: {
        authorization: 'Bearer token',
        cookie: 'wellpulse_access=stolen',
        'content-encoding': 'gzip',
        'wellpulse-log': '7',
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-host': 'evil.example',
      },
      body: 'packed',
    });
    expect([answer.status, await answer.text()]).toEqual([201, '{}']);
    expect(answer.headers.get('x-request-id')).toBe('r-1');
    expect(answer.headers.get('wellpulse-protocol')).toBe('2');
    expect(answer.headers.has('set-cookie')).toBe(false);
    expect(heard).toMatchObject([
      {
        method: 'POST',
        url: '/wells/1/production?limit=5',
        headers: {
          authorization: 'Bearer token',
          'content-encoding': 'gzip',
          'wellpulse-log': '7',
          'x-forwarded-for': '203.0.113.9',
          host: new URL(elsewhere.apiUrl).host,
        },
        body: 'packed',
      },
    ]);
    expect(Object.keys(heard[0]?.headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(cookie|x-forwarded-host)$/)]),
    );
  });

  it('is neither a page, nor what only begins like it', async () => {
    for (const path of ['/', '/apis', '/blobs/x', '/wells', '/browser/wells']) {
      expect(await (await fetchFrom(path)).text()).toBe('the dashboard');
    }
  });

  it('stays below the API, whatever steps its path makes', async () => {
    const heard: Heard[] = [];
    api = listener(heard, () => [200, {}, '']);
    const socket = connect(port, '127.0.0.1');
    const all = buffer(socket);
    for (const target of [
      '/api//evil.example/x',
      'http://evil.example/api/x',
      '/api/../api/./y',
      '//[x/api/z',
    ]) {
      socket.write(`GET ${target} HTTP/1.1\r\nhost: evil.example\r\n\r\n`);
    }
    socket.write('GET /api HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    expect(String(await all).match(/HTTP\/1\.1 200/g)).toHaveLength(5);
    expect(heard.map(({ url }) => url)).toEqual(['//evil.example/x', '/x', '/y', '/']);
  });

  it('comes back event by event', async () => {
    let send: (text: string) => void = () => undefined;
    api = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      send = (event) => response.write(event);
      send('retry: 2000\n\n');
    };
    const answer = await fetchFrom('/api/live');
    const reader = answer.body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await next()).toBe('retry: 2000\n\n');
    send('event: change\n\n');
    expect(await next()).toBe('event: change\n\n');
    await reader?.cancel();
  });

  it('takes no more of a body than the API takes of it', async () => {
    let taken = 0;
    api = (request) => {
      request.once('data', (chunk: Buffer) => {
        taken = chunk.length;
        request.pause();
      });
    };
    const sending = sendRequest({ port, method: 'POST', path: '/api/imports/production' });
    sending.on('error', () => undefined);
    let sent = 0;
    const piece = Buffer.alloc(MIB);
    const send = (): void => {
      while (sent < 64 && sending.write(piece)) sent += 1;
      sending.once('drain', () => {
        sent += 1;
        send();
      });
    };
    send();
    await expect.poll(() => taken).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sent).toBeLessThan(32);
    sending.destroy();
  });

  it('says so in the API’s own form when the API is away, and breaks off where the API did', async () => {
    api = (request) => request.socket.destroy();
    const away = await fetchFrom('/api/wells');
    expect(away.status).toBe(503);
    expect(away.headers.get('content-type')).toBe('application/problem+json');
    expect(away.headers.get('retry-after')).toBe('5');
    expect(await away.json()).toMatchObject({
      code: 'UNAVAILABLE',
      detail: expect.stringContaining('cannot be reached'),
    });
    api = (request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => request.socket.destroy());
    };
    await expect(fetchFrom('/api/wells').then((answer) => answer.text())).rejects.toThrow();
  });

  it('ends at the API when the sender goes', async () => {
    const ended = new Promise((resolve) => {
      api = (request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
        request.socket.once('close', resolve);
      };
    });
    const leaving = new AbortController();
    await fetchFrom('/api/live', { signal: leaving.signal });
    leaving.abort();
    await ended;
  });

  it('is one request, although a DELETE comes with chunks that look like another', async () => {
    const heard: Heard[] = [];
    api = listener(heard, () => [200, {}, '']);
    const inner = 'GET /metrics HTTP/1.1\r\nhost: x\r\n\r\n';
    const sending = sendRequest({
      port,
      method: 'DELETE',
      path: '/api/wells/1',
      headers: { 'transfer-encoding': 'chunked' },
    });
    sending.end(inner);
    await once(sending, 'response');
    expect(heard).toMatchObject([{ method: 'DELETE', url: '/wells/1', body: inner }]);
  });
});

describe('what is asked below /blob', () => {
  it('reads one photo that an address of the API names, which runs nowhere', async () => {
    const heard: Heard[] = [];
    const from = {
      'content-type': 'text/html',
      'cache-control': 'private',
      etag: '"1"',
      'x-ms-version': '1',
    };
    storage = listener(heard, () => [200, from, '<script>']);
    const answer = await fetchFrom(`/blob/account/photos/acme/a%20b${SIGNED}`, {
      headers: {
        cookie: 'a=1',
        authorization: 'SharedKey account:key',
        range: 'bytes=0-1',
        'x-ms-date': 'now',
      },
    });
    expect(await answer.text()).toBe('<script>');
    const { headers } = answer;
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual(['"1"', 'private']);
    expect(headers.has('x-ms-version')).toBe(false);
    expect(heard).toMatchObject([
      { method: 'GET', url: `/account/photos/acme/a%20b${SIGNED}`, headers: { range: 'bytes=0-1' } },
    ]);
    expect(Object.keys(heard[0]?.headers ?? {}).sort()).toEqual(['connection', 'host', 'range']);
  });

  it('puts one photo whole, and copies nothing from anywhere', async () => {
    const heard: Heard[] = [];
    storage = listener(heard, () => [201, {}, '']);
    const answer = await fetchFrom(`/blob/account/photos/acme/x${SIGNED}`, {
      method: 'PUT',
      headers: {
        'content-type': 'image/jpeg',
        'x-ms-blob-type': 'PageBlob',
        'x-ms-copy-source': 'http://127.0.0.1/secret',
      },
      body: 'bytes',
    });
    expect(answer.status).toBe(201);
    expect(heard).toMatchObject([
      {
        method: 'PUT',
        headers: { 'content-type': 'image/jpeg', 'content-length': '5', 'x-ms-blob-type': 'BlockBlob' },
        body: 'bytes',
      },
    ]);
    expect(heard[0]?.headers).not.toHaveProperty('x-ms-copy-source');
  });

  it.each([
    ['GET', '/blob/account/photos/acme/x', 403],
    ['GET', '/blob/account?comp=list', 403],
    ['GET', '/blob/account/photos?restype=container&comp=list&sr=c&sig=x', 403],
    ['PUT', `/blob/account/photos/acme/x${SIGNED}&comp=block`, 403],
    ['DELETE', `/blob/account/photos/acme/x${SIGNED}`, 405],
    ['OPTIONS', `/blob/account/photos/acme/x${SIGNED}`, 405],
  ])('is nothing else: %s %s', async (method, path, status) => {
    storage = () => {
      throw new Error('It got to the storage');
    };
    expect((await fetchFrom(path, { method })).status).toBe(status);
  });

  it('says in words that the storage is away, or is not reached through here', async () => {
    storage = (request) => request.socket.destroy();
    const away = await fetchFrom(`/blob/account/photos/x${SIGNED}`);
    expect([away.status, await away.json()]).toMatchObject([
      503,
      { detail: expect.stringContaining('photo storage') },
    ]);
    elsewhere.blobUpstream = null;
    const none = await fetchFrom(`/blob/account/photos/x${SIGNED}`);
    expect([none.status, await none.json()]).toMatchObject([404, { code: 'ROUTE_NOT_FOUND' }]);
  });
});
