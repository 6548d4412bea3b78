/** Bodies that would cost the server more than they are worth. */
import { endpoints } from '@wellpulse/contracts';
import { aWell, TestDevice } from '@wellpulse/testing';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import {
  brotliCompressSync,
  brotliDecompressSync,
  gunzipSync,
  gzipSync,
  zstdDecompressSync,
} from 'node:zlib';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, describe, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, clock } = api;
const phone = await TestDevice.register(acme.operator, () => clock.now());

const MIB = 1024 * 1024;

/** Sends a body in chunks, so that nobody knows its length before its end. */
function sendInChunks(chunks: Iterable<Buffer>): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const sending = request(`${api.baseUrl}/sync/batch`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${phone.owner.session.accessToken}`,
        'content-type': 'application/json',
        'idempotency-key': uuidV7(),
      },
    });
    sending.on('error', reject).on('response', (response) => {
      response.toArray().then((parts) => {
        const body: unknown = JSON.parse(Buffer.concat(parts as Buffer[]).toString());
        resolve({ status: response.statusCode ?? 0, body });
        sending.destroy();
      }, reject);
    });
    Readable.from(chunks).pipe(sending);
  });
}

test('a body without a length is refused at its first byte beyond 32 MiB, and none of the rest is kept', async () => {
  const chunk = Buffer.alloc(MIB, ' ');
  let sent = 0;
  function* endless() {
    for (; sent < 1024; sent += 1) yield chunk;
  }
  const before = process.memoryUsage().arrayBuffers;
  const { status, body } = await sendInChunks(endless());
  expect([status, body]).toMatchObject([413, { code: 'PAYLOAD_TOO_LARGE' }]);
  expect(sent).toBeLessThan(256);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(128 * MIB);
});

test('a body that is sent in chunks is taken like any other', async () => {
  const text = JSON.stringify({ deviceId: phone.id, sentAt: clock.now(), events: [] });
  const { status } = await sendInChunks([Buffer.from(text.slice(0, 20)), Buffer.from(text.slice(20))]);
  expect(status).toBe(200);
});

test('millions of levels are refused before anybody parses them, at any address', async () => {
  const body = '['.repeat(900_000) + ']'.repeat(900_000);
  const batch = await phone.sendBody(body, uuidV7());
  const other = await acme.manager.fetch('/wells', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body.slice(500_000, 1_300_000),
  });
  for (const response of [batch, other]) {
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'MALFORMED_REQUEST' }]);
  }
});

test.each([
  [900, 'VALIDATION_FAILED'],
  [30_000, 'VALIDATION_FAILED'],
  [90_000, 'EVENT_TOO_LARGE'],
])('an event of %i levels is refused alone', async (levels, code) => {
  const { id: wellId } = await acme.manager.ask(endpoints.wells.create, { body: aWell() });
  const payload = { productionDate: '2025-03-10', oilVolume: 1 };
  const good = phone.event({ aggregateId: wellId, payload });
  const bad = phone.draft({ aggregateId: wellId, payload: { ...payload, deep: 'DEEP' } });
  const deep = '['.repeat(levels) + ']'.repeat(levels);
  const batch = { deviceId: phone.id, sentAt: clock.now(), events: [bad, good] };
  const response = await phone.sendBody(JSON.stringify(batch).replace('"DEEP"', deep), uuidV7());
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { synced: [good.id], failed: [{ eventId: bad.id, code, retryable: false }] },
  ]);
});

describe('packed bodies', () => {
  const text = (notes: string) =>
    JSON.stringify({
      deviceId: phone.id,
      sentAt: clock.now(),
      appVersion: '1.0.0',
      events: [],
      photos: [notes],
    });
  const send = (body: Buffer, encoding: string, key = uuidV7()) =>
    fetch(`${api.baseUrl}/sync/batch`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${phone.owner.session.accessToken}`,
        'content-type': 'application/json',
        'content-encoding': encoding,
        'idempotency-key': key,
      },
      body: new Uint8Array(body),
    });

  test('a batch may be packed with gzip, and is the same batch unpacked', async () => {
    const key = uuidV7();
    const body = text('a');
    expect((await send(gzipSync(body), 'gzip', key)).status).toBe(200);
    expect((await send(Buffer.from(body), 'identity', key)).status).toBe(200);
    expect((await send(gzipSync(text('b')), 'gzip', key)).status).toBe(422);
  });

  test.each<[string, Buffer, string, number]>([
    ['32 MiB and more in 32 KiB', gzipSync(Buffer.alloc(33 * MIB, ' ')), 'gzip', 413],
    ['what is not packed as it says', Buffer.from('{}'), 'gzip', 400],
    ['another encoding', brotliCompressSync('{}'), 'br', 415],
  ])('%s is refused', async (_, body, encoding, status) => {
    expect((await send(body, encoding)).status).toBe(status);
  });
});

describe('packed answers', () => {
  /** The bytes as they come, and the encoding that was said. */
  const ask = (path: string, accepted: string, method = 'GET', body?: string) =>
    new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve, reject) => {
      const asking = request(`${api.baseUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${acme.manager.session.accessToken}`,
          'accept-encoding': accepted,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
      });
      asking.on('error', reject).on('response', (response) => {
        response.toArray().then((parts) => {
          resolve({
            encoding: response.headers['content-encoding'],
            bytes: Buffer.concat(parts as Buffer[]),
          });
        }, reject);
      });
      asking.end(body);
    });

  test.each<[string, string, (bytes: Buffer) => Buffer]>([
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['zstd;q=0.5, br;q=0, gzip', 'zstd', zstdDecompressSync],
  ])('whoever takes %s is given %s', async (accepted, encoding, unpack) => {
    for (let well = 0; well < 4; well += 1) await acme.manager.ask(endpoints.wells.create, { body: aWell() });
    const plain = await ask('/wells', 'identity');
    expect(plain.encoding).toBeUndefined();
    const packed = await ask('/wells', accepted);
    expect(packed.encoding).toBe(encoding);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(Object.keys(JSON.parse(unpack(packed.bytes).toString()) as object)).toContain('items');
  });

  test('a sign-in is not packed, and neither is a small answer', async () => {
    const { email, password } = { email: acme.operator.session.user.email, password: 'x'.repeat(2000) };
    const body = JSON.stringify({ tenant: acme.slug, email, password });
    expect((await ask('/auth/login', 'gzip', 'POST', body)).encoding).toBeUndefined();
    expect((await ask('/health', 'gzip')).encoding).toBeUndefined();
  });
});
