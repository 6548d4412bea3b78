import type { SyncAnswer } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { isTurn } from '@wellpulse/testing/depth';
import { expect, test } from 'vitest';
import { aDevice, DAY, recordOil, WELL_ID } from '../../offline-client.fixture.ts';
import { answered, problem, type FakeServer, type SeenCall } from '../../testing/fake-server.ts';
import type { Reply } from '../../ports/transport.ts';

const idsOf = (call: SeenCall | undefined): string[] =>
  (call?.body as { events: { id: string }[] } | undefined)?.events.map(({ id }) => id) ?? [];

/** Lets the server say something else to batches, as often as there are replies. */
function inTurn(server: FakeServer, ...replies: ((answer: () => Reply) => Reply)[]): void {
  server.onCall = (call, answer) => {
    const reply = call.path === '/sync/batch' ? replies.shift() : undefined;
    return reply === undefined ? answer() : reply(answer);
  };
}

/** Changes the answer to a batch on its way. */
const altered =
  (change: (answer: SyncAnswer) => unknown) =>
  (answer: () => Reply): Reply => {
    const reply = answer();
    return reply.kind === 'ANSWERED' ? { ...reply, body: change(reply.body as SyncAnswer) } : reply;
  };

// Holds S3.

test('a batch whose answer was lost goes out once more as it was, under the same key', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  inTurn(server, (answer) => {
    answer();
    return { kind: 'NO_ANSWER' };
  });
  await client.sync.syncNow();
  await recordOil(client, 43, '2025-10-19');
  await client.sync.syncNow();

  const [first, second, third] = server.callsTo('/sync/batch');
  expect(second?.body).toEqual(first?.body);
  expect(second?.options.idempotencyKey).toBe(first?.options.idempotencyKey);
  expect(idsOf(third)).toHaveLength(1);
  expect(server.events).toHaveLength(2);
  expect((await client.status.current()).pendingEvents).toBe(0);
});

test('after a while a batch is made anew, since the time of sending stands in it', async () => {
  const { client, server, clock } = await aDevice();
  await recordOil(client, 42.5);
  server.onCall = () => ({ kind: 'TIMEOUT' });
  await client.sync.syncNow();
  clock.advance(10 * 60 * 1000);
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  const [first, second] = server.callsTo('/sync/batch');
  expect(second?.options.idempotencyKey).not.toBe(first?.options.idempotencyKey);
  expect(second?.body).toHaveProperty('sentAt', '2025-10-20T14:40:00.000Z');
});

test.each<[string, (answer: () => Reply) => Reply]>([
  ['leaves out an id', altered((answer) => ({ ...answer, synced: answer.synced.slice(1) }))],
  ['names an id twice', altered((answer) => ({ ...answer, synced: [...answer.synced, ...answer.synced] }))],
  [
    'puts an id into two lists',
    altered((answer) => ({
      ...answer,
      failed: [{ eventId: answer.synced[0], code: 'FORBIDDEN', reason: '', retryable: false }],
    })),
  ],
  ['is a page of a proxy', () => answered(200, undefined)],
  ['is a body without the lists', () => answered(200, { synced: [] })],
  ['is an error page', () => answered(502, undefined)],
])('an answer that %s settles nothing, and the same events are sent again', async (_, reply) => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  await recordOil(client, 43, '2025-10-19');
  inTurn(server, reply);
  await client.sync.syncNow();
  expect((await client.events.list().all()).map(({ status }) => status)).toEqual(['PENDING', 'PENDING']);
  await client.sync.syncNow();
  expect((await client.events.list().all()).map(({ status }) => status)).toEqual(['SYNCED', 'SYNCED']);
  expect(server.events).toHaveLength(2);
});

// Holds S2.

test('an answer settles no event that was not sent', async () => {
  const { client, server, clock } = await aDevice();
  await recordOil(client, 42.5);
  let stranger = '';
  const other = await recordOil(client, 43, '2025-10-19');
  stranger = other.id;
  server.judge = ({ id }) => (id === stranger ? { code: 'INTERNAL', retryable: true } : undefined);
  inTurn(
    server,
    (answer) => answer(),
    altered((answer) => ({ ...answer, synced: [...answer.synced, stranger] })),
  );
  await client.sync.syncNow();
  await recordOil(client, 44, '2025-10-18');
  client.sync.start();
  clock.advance(0);
  await expect.poll(() => server.events.length).toBe(2);
  await client.sync.stop();
  expect(idsOf(server.callsTo('/sync/batch')[1])).not.toContain(stranger);
  const pending = await client.events.list({ status: 'PENDING' }).all();
  expect(pending.map(({ event }) => event.id)).toEqual([stranger]);
});

test('an event that is saved while a sync runs is left alone by it, and goes with the next batch', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  let during = '';
  server.onCall = async (call, answer) => {
    if (call.path === '/sync/batch' && during === '') {
      during = (await recordOil(client, 43, '2025-10-19')).id;
      return { kind: 'NO_ANSWER' };
    }
    return answer();
  };
  await client.sync.syncNow();
  expect(server.callsTo('/sync/batch').map((call) => idsOf(call).includes(during))).toEqual([
    false,
    false,
    true,
  ]);
  expect(server.events.map(({ id }) => id)).toContain(during);
  expect((await client.status.current()).pendingEvents).toBe(0);
});

test('an entry that is refused for good waits for the person, who enters it anew', async () => {
  const { client, server } = await aDevice();
  const wrong = await recordOil(client, 999);
  await recordOil(client, 43, '2025-10-19');
  server.judge = ({ id }) => (id === wrong.id ? { code: 'VALIDATION_FAILED', retryable: false } : undefined);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 1 });
  expect(await client.pendingList().all()).toMatchObject([
    {
      eventId: wrong.id,
      content: { wellName: 'Acme #1', day: '2025-10-20' },
      problem: { code: 'VALIDATION_FAILED', detail: 'The server says no' },
    },
  ]);
  expect(await client.records.production(WELL_ID, { from: DAY }).all()).toEqual([]);

  await client.reenter(wrong.id, {
    eventType: 'PRODUCTION_CREATED',
    aggregateId: WELL_ID,
    payload: { productionDate: DAY, oilVolume: 99.9 },
  });
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect(await client.events.list({ status: 'SKIPPED' }).all()).toMatchObject([{ event: { id: wrong.id } }]);
  expect(server.records.production(WELL_ID, DAY)).toMatchObject({ oilVolume: 99.9 });
  expect((await client.events.list().all())[0]).toMatchObject({ correctsId: wrong.id, status: 'SYNCED' });
});

test('an entry that is refused for good can be skipped, with a reason, and stays in the log', async () => {
  const { client, server } = await aDevice();
  const wrong = await recordOil(client, 999);
  server.judge = () => ({ code: 'WELL_PLUGGED', retryable: false });
  await expect(client.skip(wrong.id, 'too early')).rejects.toMatchObject({ code: 'NOT_FAILED' });
  await client.sync.syncNow();
  await client.skip(wrong.id, 'Typed at the wrong well');
  expect(await client.pendingList().all()).toEqual([]);
  expect(await client.events.list().all()).toMatchObject([
    { status: 'SKIPPED', skipReason: 'Typed at the wrong well', event: { payload: { oilVolume: 999 } } },
  ]);
});

// Holds S4.

test('an event that has to wait holds up those on its own record, and no other', async () => {
  const { client, server, clock } = await aDevice();
  const first = await recordOil(client, 42.5);
  await client.record({
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: WELL_ID,
    payload: { productionDate: DAY, oilVolume: 41 },
  });
  const other = await recordOil(client, 43, '2025-10-19');
  let isBroken = true;
  server.judge = ({ payload }) =>
    isBroken && payload['productionDate'] === DAY ? { code: 'INTERNAL', retryable: true } : undefined;
  await client.sync.syncNow();
  expect(server.events.map(({ id }) => id)).toEqual([other.id]);
  expect(await client.pendingList().all()).toMatchObject([
    { eventId: first.id, retryCount: 1, problem: { code: 'INTERNAL', detail: 'The server says no' } },
    { retryCount: 1 },
  ]);
  isBroken = false;
  clock.advance(5 * 60 * 1000);
  await client.sync.syncNow();
  expect(server.records.production(WELL_ID, DAY)).toMatchObject({ oilVolume: 41 });
});

test('a clock that was years ahead does not make events wait for years', async () => {
  const { client, server, clock } = await aDevice();
  await recordOil(client, 42.5);
  clock.set('2031-01-01T00:00:00.000Z');
  server.judge = () => ({ code: 'INTERNAL', retryable: true });
  await client.sync.syncNow();
  server.judge = () => undefined;
  clock.set('2025-10-20T16:00:00.000Z');
  await client.sync.syncNow();
  expect((await client.status.current()).pendingEvents).toBe(0);
});

test('a batch that the server will not read is halved until the culprit is alone, and the others go on', async () => {
  const { client, server, clock } = await aDevice();
  const ids: string[] = [];
  for (let day = 0; day < 9; day += 1) ids.push((await recordOil(client, 40, addDays(DAY, -day))).id);
  const culprit = ids[5] ?? '';
  let isReadable = false;
  server.onCall = (call, answer) =>
    call.path === '/sync/batch' && !isReadable && idsOf(call).includes(culprit)
      ? problem(400, 'MALFORMED_REQUEST')
      : answer();
  await client.sync.syncNow();
  expect(server.events.map(({ id }) => id).sort()).toEqual(ids.filter((id) => id !== culprit).sort());
  expect(await client.pendingList().all()).toMatchObject([
    { eventId: culprit, problem: { code: 'MALFORMED_REQUEST' } },
  ]);
  isReadable = true;
  clock.advance(60 * 60 * 1000);
  await client.sync.syncNow();
  expect((await client.status.current()).pendingEvents).toBe(0);
});

test('a batch that is too large is halved', async () => {
  const { client, server } = await aDevice();
  for (let day = 0; day < 20; day += 1) await recordOil(client, 40, addDays(DAY, -day));
  server.onCall = (call, answer) =>
    call.path === '/sync/batch' && idsOf(call).length > 6 ? problem(413, 'PAYLOAD_TOO_LARGE') : answer();
  await client.sync.syncNow();
  expect(server.events).toHaveLength(20);
  expect((await client.status.current()).pendingEvents).toBe(0);
});

test('on a link that swallows large batches they become smaller, until they pass', async () => {
  const { client, server, clock } = await aDevice();
  for (let day = 0; day < 20; day += 1) await recordOil(client, 40, addDays(DAY, -day));
  server.onCall = (call, answer) =>
    call.path === '/sync/batch' && idsOf(call).length > 3 ? { kind: 'TIMEOUT' } : answer();
  for (let sync = 0; sync < 12; sync += 1) {
    await client.sync.syncNow();
    clock.advance(6 * 60 * 1000);
  }
  expect(server.events).toHaveLength(20);
});

// Holds S4.

test.runIf(isTurn(0, 5))('1,001 events go out in batches, in order', async () => {
  const { client, server } = await aDevice();
  for (let day = 0; day < 1001; day += 1) await recordOil(client, 40, addDays(DAY, -day));
  await client.sync.syncNow();
  const sizes = server.callsTo('/sync/batch').map((call) => idsOf(call).length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
  expect(server.events.map(({ deviceSequence }) => deviceSequence)).toEqual(
    Array.from({ length: 1001 }, (_, index) => index + 1),
  );
  expect((await client.status.current()).pendingEvents).toBe(0);
  expect(await client.records.production(WELL_ID).all()).toHaveLength(1001);
});

test('TENANT_SUSPENDED stops the sync and says so', async () => {
  const { client, server, clock } = await aDevice();
  client.sync.start();
  await recordOil(client, 42.5);
  inTurn(server, () => problem(403, 'TENANT_SUSPENDED'));
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    pendingEvents: 1,
    stopped: 'TENANT_SUSPENDED',
  });
  const calls = server.calls.length;
  await recordOil(client, 43, '2025-10-19');
  clock.advance(14 * 60 * 1000);
  expect(server.calls).toHaveLength(calls);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, stopped: null });
});
