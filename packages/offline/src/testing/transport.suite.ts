/** What every transport must do, against a real server on this machine. Each platform's tests call this with theirs. */
import { syncEndpoints } from '@wellpulse/contracts';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inPieces } from '../lib/pieces.ts';
import type { PhotoFile } from '../ports/photo-files.ts';
import type { Reply, Transport } from '../ports/transport.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const SERVER = { 'wellpulse-protocol': '2', 'wellpulse-time': '2025-10-20T15:00:00.000Z' };
const FORBIDDEN = { type: 'about:blank', title: 'No', status: 403, code: 'FORBIDDEN' };
const PATIENCE_MS = 300;
/** More than the buffers of two ends hold. */
const LARGE_BYTES = 64 * 1024 * 1024;

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(100_000);
  throw new Error('The file is gone');
}

const answering =
  (status: number, type: string, body: string, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  };

/** `sendsStreams`: false where the platform's requests take bodies as a whole. */
export function describeTransport(
  name: string,
  transportTo: (baseUrl: string) => Transport,
  { sendsStreams = true }: { readonly sendsStreams?: boolean } = {},
): void {
  describe(`${name} as a transport`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'wellpulse-transport-'));
    let files = 0;
    /** On the disk too: a platform may send it by its place. */
    const fileOf = (bytes: Uint8Array): PhotoFile => {
      const place = join(folder, `${(files += 1)}.jpeg`);
      writeFileSync(place, bytes);
      return { place, size: bytes.length, pieces: () => inPieces(bytes) };
    };
    let server: Server;
    let answer: Answer;
    let baseUrl: string;
    beforeAll(async () => {
      server = createServer((request, response) => void answer(request, response));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    });

    const called = (given: Answer, timeoutMs = PATIENCE_MS): Promise<Reply> => {
      answer = given;
      return transportTo(baseUrl).call(syncEndpoints.changes, { query: { limit: '1' } }, { timeoutMs });
    };

    test('an answer arrives with its status, its body, and what the server says of itself', async () => {
      const reply = await called(answering(200, 'application/json', '{"items":[]}', SERVER));
      expect(reply).toEqual({
        kind: 'ANSWERED',
        status: 200,
        body: { items: [] },
        retryAfterSeconds: null,
        headers: SERVER,
        serverTime: SERVER['wellpulse-time'],
      });
    });

    test('a call carries its session, its key, its headers and its version', async () => {
      let heard: IncomingMessage['headers'] = {};
      answer = (request, response) => {
        heard = request.headers;
        response.end('{}');
      };
      await transportTo(baseUrl).call(
        syncEndpoints.changes,
        {},
        {
          timeoutMs: PATIENCE_MS,
          accessToken: 'abc',
          idempotencyKey: 'k-1',
          headers: { 'wellpulse-log': '7' },
        },
      );
      expect(heard).toMatchObject({
        authorization: 'Bearer abc',
        'idempotency-key': 'k-1',
        'wellpulse-log': '7',
        'wellpulse-protocol': '2',
      });
    });

    test.each(['', '/', '/api', '/api/'])(
      'an address with %j at its end has the routes below it',
      async (end) => {
        const asked: unknown[] = [];
        answer = (request, response) => {
          asked.push(request.url);
          response.end('{}');
        };
        const transport = transportTo(baseUrl + end);
        await transport.call(syncEndpoints.changes, { query: { limit: '1' } }, { timeoutMs: PATIENCE_MS });
        await transport.put({
          url: `${baseUrl}/blob/x?sig=a%2Bb`,
          headers: {},
          file: fileOf(new Uint8Array(1)),
          timeoutMs: 5000,
        });
        expect(asked).toEqual([`${end.replace(/\/$/, '')}/sync/changes?limit=1`, '/blob/x?sig=a%2Bb']);
      },
    );

    test('a problem of the server arrives as it is, with the time that it asks for', async () => {
      const problem = answering(403, 'application/problem+json; charset=utf-8', JSON.stringify(FORBIDDEN), {
        'retry-after': '40',
        ...SERVER,
      });
      expect(await called(problem)).toMatchObject({ status: 403, body: FORBIDDEN, retryAfterSeconds: 40 });
    });

    test.each([
      [403, 'text/html', '<h1>403 Forbidden</h1>'],
      [403, 'application/json', JSON.stringify(FORBIDDEN)],
      [403, 'application/problem+json', '{"type": "about:bl'],
      [200, 'text/html', '<h1>Welcome to the hotel</h1>'],
    ])('%i of a stranger as %s has no body, and tells no time', async (status, type, text) => {
      const reply = await called(answering(status, type, text));
      expect(reply).toMatchObject({ kind: 'ANSWERED', status, body: undefined, serverTime: null });
    });

    test('a connection that is refused, cut off or torn in its body is no answer', async () => {
      const refused = transportTo('http://127.0.0.1:1').call(
        syncEndpoints.changes,
        {},
        { timeoutMs: PATIENCE_MS },
      );
      expect(await refused).toEqual({ kind: 'NO_ANSWER' });
      expect(await called((request) => void request.socket.destroy())).toEqual({ kind: 'NO_ANSWER' });
      const torn = await called((request, response) => {
        response
          .writeHead(200, { 'content-length': '100' })
          .write('{"items"', () => request.socket.destroy());
      });
      expect(torn).toEqual({ kind: 'NO_ANSWER' });
    });

    test('silence ends after the patience that was asked for', async () => {
      expect(await called(() => undefined)).toEqual({ kind: 'TIMEOUT' });
    });

    test('an answer that keeps coming may take longer than the patience', async () => {
      const reply = await called(async (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        for (const piece of ['{"it', 'ems', '":', '[', ']', '}']) {
          response.write(piece);
          await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS / 3));
        }
        response.end();
      });
      expect(reply).toMatchObject({ kind: 'ANSWERED', body: { items: [] } });
    });

    test('a photo arrives byte by byte, with its headers and its length, and its progress ends at its size', async () => {
      const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256);
      const arrived: { sha256?: string; type?: unknown; length?: string | undefined } = {};
      answer = async (request, response) => {
        arrived.sha256 = createHash('sha256')
          .update(await buffer(request))
          .digest('hex');
        arrived.type = request.headers['x-ms-blob-type'];
        arrived.length = request.headers['content-length'];
        response.writeHead(201).end();
      };
      const progress: number[] = [];
      const reply = await transportTo(baseUrl).put({
        url: `${baseUrl}/photo`,
        headers: { 'x-ms-blob-type': 'BlockBlob' },
        file: fileOf(bytes),
        timeoutMs: 5000,
        onProgress: (sent) => progress.push(sent),
      });
      expect(reply).toMatchObject({ kind: 'ANSWERED', status: 201, serverTime: null });
      expect(arrived).toEqual({
        sha256: createHash('sha256').update(bytes).digest('hex'),
        type: 'BlockBlob',
        length: '300000',
      });
      expect(progress.at(-1)).toBe(bytes.length);
      expect(progress).toEqual([...progress].sort((left, right) => left - right));
    });

    test('a photo whose connection is cut is no answer', async () => {
      answer = (request) => void request.socket.destroy();
      const reply = transportTo(baseUrl).put({
        url: `${baseUrl}/photo`,
        headers: {},
        file: fileOf(new Uint8Array(100_000)),
        timeoutMs: 5000,
      });
      expect(await reply).toEqual({ kind: 'NO_ANSWER' });
    });

    if (sendsStreams) {
      test('of a photo no more is in memory than the link takes', async () => {
        const file = fileOf(new Uint8Array(LARGE_BYTES));
        let read = 0;
        const counted = async function* () {
          for await (const piece of file.pieces()) {
            read += piece.length;
            yield piece;
          }
        };
        // Nothing of it is read at the other end.
        answer = () => undefined;
        const put = transportTo(baseUrl).put({
          url: `${baseUrl}/photo`,
          headers: {},
          file: { ...file, pieces: counted },
          timeoutMs: 1,
        });
        server.once('request', ({ socket }: IncomingMessage) =>
          setTimeout(() => socket.destroy(), PATIENCE_MS),
        );
        expect(await put).toEqual({ kind: 'NO_ANSWER' });
        expect(read).toBeLessThan(LARGE_BYTES / 2);
      });
    }

    test('a photo whose file is gone while it leaves is no answer', async () => {
      answer = (request) => void request.resume();
      const file = { ...fileOf(new Uint8Array(200_000)), pieces: breaking };
      const put = transportTo(baseUrl).put({ url: `${baseUrl}/photo`, headers: {}, file, timeoutMs: 5000 });
      expect(await put).toEqual({ kind: 'NO_ANSWER' });
    });
  });
}
