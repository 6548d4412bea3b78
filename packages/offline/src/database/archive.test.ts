import { expect, test } from 'vitest';
import { aDevice, recordOil, WELL_ID } from '../offline-client.fixture.ts';

const DAYS = 24 * 60 * 60 * 1000;

test('what was settled more than six months ago leaves a line; what is unsettled stays, however old', async () => {
  const { field, server, clock } = await aDevice();
  await recordOil(field, 40, '2025-10-01');
  await recordOil(field, 41, '2025-10-02');
  const refused = await recordOil(field, 999, '2025-10-03');
  server.judge = ({ id }) =>
    id === refused.id ? { code: 'VALIDATION_FAILED', retryable: false } : undefined;
  await field.sync.syncNow();
  const pending = await recordOil(field, 42, '2025-10-04');

  clock.advance(100 * DAYS);
  expect(await field.archive()).toBe(0);
  clock.advance(100 * DAYS);
  expect(await field.archive()).toBe(2);

  expect((await field.events.list()).map(({ event }) => event.id)).toEqual([pending.id, refused.id]);
  expect(await field.records.production(WELL_ID)).toHaveLength(3);
  expect((await recordOil(field, 43, '2025-10-05')).deviceSequence).toBe(5);
});

test('a settled event that no pull has confirmed stays', async () => {
  const { field, server, clock } = await aDevice();
  await recordOil(field, 40);
  server.onCall = (call, answer) => (call.path === '/sync/changes' ? { kind: 'NO_ANSWER' } : answer());
  await field.sync.syncNow();
  clock.advance(200 * DAYS);
  expect(await field.archive()).toBe(0);
});

test('a complete sync archives by itself, once a day, and what was archived can be looked up', async () => {
  const { field, clock } = await aDevice();
  const first = await recordOil(field, 40, '2025-10-01');
  await field.sync.syncNow();
  clock.advance(200 * DAYS);
  const pending = await recordOil(field, 42, '2025-10-04');
  await field.sync.syncNow();
  expect((await field.events.list()).map(({ event }) => event.id)).toEqual([pending.id]);
  expect(await field.events.archived()).toEqual([
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
  const { field, server, clock } = await aDevice();
  await recordOil(field, 40, '2025-10-01');
  await field.sync.syncNow();
  clock.advance(200 * DAYS);
  await recordOil(field, 42, '2025-10-04');
  server.judge = () => ({ code: 'INTERNAL', retryable: true });
  await field.sync.syncNow();
  expect(await field.events.archived()).toEqual([]);
});
