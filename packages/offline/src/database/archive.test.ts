import { expect, test } from 'vitest';
import { aDevice, recordOil, tellTime, WELL_ID } from '../offline-client.fixture.ts';

const DAYS = 24 * 60 * 60 * 1000;

test('what was settled more than six months ago leaves a line; what is unsettled stays, however old', async () => {
  const { client, server, clock } = await aDevice();
  await recordOil(client, 40, '2025-10-01');
  await recordOil(client, 41, '2025-10-02');
  const refused = await recordOil(client, 999, '2025-10-03');
  server.judge = ({ id }) =>
    id === refused.id ? { code: 'VALIDATION_FAILED', retryable: false } : undefined;
  await client.sync.syncNow();
  const pending = await recordOil(client, 42, '2025-10-04');

  clock.advance(100 * DAYS);
  expect(await client.archive()).toBe(0);
  clock.advance(100 * DAYS);
  expect(await client.archive()).toBe(2);

  expect((await client.events.list().all()).map(({ event }) => event.id)).toEqual([pending.id, refused.id]);
  expect(await client.records.production(WELL_ID).all()).toHaveLength(3);
  expect((await recordOil(client, 43, '2025-10-05')).deviceSequence).toBe(5);
});

test('a settled event that no pull has confirmed stays', async () => {
  const { client, server, clock } = await aDevice();
  await recordOil(client, 40);
  server.onCall = (call, answer) => (call.path === '/sync/changes' ? { kind: 'NO_ANSWER' } : answer());
  await client.sync.syncNow();
  clock.advance(200 * DAYS);
  expect(await client.archive()).toBe(0);
});

test('a complete sync archives by itself, once a day, and what was archived can be looked up', async () => {
  const device = await aDevice();
  const { client, clock } = device;
  tellTime(device);
  const first = await recordOil(client, 40, '2025-10-01');
  await client.sync.syncNow();
  clock.advance(200 * DAYS);
  const pending = await recordOil(client, 42, '2025-10-04');
  await client.sync.syncNow();
  expect((await client.events.list().all()).map(({ event }) => event.id)).toEqual([pending.id]);
  expect(await client.events.archived().all()).toEqual([
    {
      eventId: first.id,
      deviceId: first.deviceId,
      deviceSequence: 1,
      status: 'SYNCED',
      settledAt: '2025-10-20T14:30:00.000Z',
    },
  ]);
});

test('a sync that is not complete archives nothing', async () => {
  const { client, server, clock } = await aDevice();
  await recordOil(client, 40, '2025-10-01');
  await client.sync.syncNow();
  clock.advance(200 * DAYS);
  await recordOil(client, 42, '2025-10-04');
  server.judge = () => ({ code: 'INTERNAL', retryable: true });
  await client.sync.syncNow();
  expect(await client.events.archived().all()).toEqual([]);
});

test.each([
  ['ahead when the device archives', ['2025-10-20T14:30:00.000Z', '2027-10-20T14:30:00.000Z']],
  ['behind when the server settles', ['2023-10-20T14:30:00.000Z', '2025-10-20T14:30:00.000Z']],
])('a clock that is two years %s ends no event early', async (_, [settling = '', archiving = '']) => {
  const { client, clock } = await aDevice();
  const { id } = await recordOil(client, 40, '2025-10-01');
  clock.set(settling);
  await client.sync.syncNow();
  clock.set(archiving);
  await client.sync.syncNow();
  expect((await client.events.list().all()).map(({ event, status }) => [event.id, status])).toEqual([
    [id, 'SYNCED'],
  ]);
  expect(await client.archive()).toBe(0);
});

test('a device that cannot tell what the time is archives nothing', async () => {
  const { client, clock } = await aDevice();
  await recordOil(client, 40);
  await client.sync.syncNow();
  clock.set('2027-10-20T14:30:00.000Z');
  expect(await client.archive()).toBe(0);
});
