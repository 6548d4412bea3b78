/** Bodies that would cost the server more than they are worth. */
import { endpoints } from '@wellpulse/contracts';
import { aWell, TestDevice } from '@wellpulse/testing';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
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
