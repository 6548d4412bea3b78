import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { forward } from './forward.ts';

let server: Server | undefined;

async function listen(listener: RequestListener): Promise<URL> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => {
    started.listen(0, '127.0.0.1', resolve);
  });
  const address = started.address();
  if (address === null || typeof address === 'string') throw new Error('The test server listens on no port');
  return new URL(`http://127.0.0.1:${address.port}/wells?limit=1`);
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

const get = (headers: Record<string, string> = {}) => ({
  method: 'GET',
  headers: new Headers(headers),
  body: null,
  accessToken: 'token',
  signal: new AbortController().signal,
});

describe('passing a request on to the API', () => {
  it('sends the token and what the API needs, and keeps cookies back', async () => {
    let received: IncomingMessage['headers'] = {};
    const url = await listen((request, response) => {
      received = request.headers;
      response.end();
    });
    await forward(
      url,
      get({
        accept: 'text/csv',
        'accept-encoding': 'br',
        cookie: 'secret=1',
        'idempotency-key': 'the-same-batch',
        'x-forwarded-for': '10.0.0.7',
        te: 'trailers',
      }),
    );
    expect(received).toMatchObject({
      authorization: 'Bearer token',
      accept: 'text/csv',
      'idempotency-key': 'the-same-batch',
      'x-forwarded-for': '10.0.0.7',
    });
    expect(received).not.toHaveProperty('cookie');
    expect(received).not.toHaveProperty('accept-encoding');
    expect(received).not.toHaveProperty('te');
  });

  it('returns the answer without what is not the page’s', async () => {
    const url = await listen((_, response) => {
      response.writeHead(429, {
        'content-type': 'application/problem+json',
        'retry-after': '12',
        'set-cookie': 'theirs=1',
        'x-powered-by': 'something',
      });
      response.end('{}');
    });
    const answer = await forward(url, get());
    expect(answer.status).toBe(429);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'application/problem+json',
      'retry-after': '12',
      'cache-control': 'private, no-store',
    });
  });

  it('streams a body while it is still being sent', async () => {
    const url = await listen((request, response) => {
      void textOf(request).then((text) => response.end(`got ${text}`));
    });
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('first '));
        setTimeout(() => {
          controller.enqueue(new TextEncoder().encode('second'));
          controller.close();
        }, 20);
      },
    });
    const answer = await forward(url, { ...get(), method: 'POST', body });
    expect(await answer.text()).toBe('got first second');
  });

  it('hands on events as they come, and tells nobody to compress or keep them', async () => {
    const url = await listen((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: change\ndata: 1\n\n');
    });
    const answer = await forward(url, get());
    expect(answer.headers.get('cache-control')).toBe('no-cache, no-transform');
    const first = await answer.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toBe('event: change\ndata: 1\n\n');
  });

  it('takes an answer that comes before the whole body was sent', async () => {
    const url = await listen((_, response) => {
      response.writeHead(413).end('too large');
    });
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const answer = await forward(url, { ...get(), method: 'POST', body: endless });
    expect(answer.status).toBe(413);
  });

  it('ends the request at the API when the browser goes away', async () => {
    const gone = new AbortController();
    let onClose = (): void => undefined;
    const closed = new Promise<void>((resolve) => {
      onClose = resolve;
    });
    const url = await listen((request) => {
      request.once('close', onClose);
      gone.abort();
    });
    await expect(forward(url, { ...get(), signal: gone.signal })).rejects.toThrow();
    await closed;
  });

  it('rejects if nobody listens', async () => {
    await expect(forward(new URL('http://127.0.0.1:9/'), get())).rejects.toThrow();
  });
});
