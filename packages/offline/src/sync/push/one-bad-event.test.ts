/** An event over which the server breaks down, or of which it says something unheard of, holds up no other. */
import { addDays } from '@wellpulse/domain';
import { expect, test } from 'vitest';
import { aDevice, DAY, recordOil, type TestDevice } from '../../offline-client.fixture.ts';
import type { Reply } from '../../ports/transport.ts';
import { answered, problem, type SeenCall } from '../../testing/fake-server.ts';

const idsOf = (call: SeenCall): string[] =>
  call.path === '/sync/batch' ? (call.body as { events: { id: string }[] }).events.map(({ id }) => id) : [];

/** Syncs as time passes, without a person. */
async function letHoursPass({ client, clock }: TestDevice, until: () => boolean): Promise<void> {
  client.sync.start();
  for (let minute = 0; minute < 120 && !until(); minute += 1) {
    clock.advance(60_000);
    await expect.poll(() => client.sync.state.running, { interval: 1 }).toBeNull();
  }
  await client.sync.stop();
}

test.each<[string, Reply]>([
  ['a problem with status 500', problem(500, 'INTERNAL')],
  ['a page with status 502', answered(502, undefined)],
  ['a page with status 400', answered(400, undefined)],
])('three events that make the server answer with %s keep no others from it', async (_, reply) => {
  const device = await aDevice();
  const { client, server } = device;
  const ids: string[] = [];
  for (let day = 0; day < 9; day += 1) ids.push((await recordOil(client, 40, addDays(DAY, -day))).id);
  const bad = ids.slice(0, 3);
  server.onCall = (call, answer) => (idsOf(call).some((id) => bad.includes(id)) ? reply : answer());

  await letHoursPass(device, () => server.events.length === 6);
  expect(server.events.map(({ id }) => id).sort()).toEqual(ids.slice(3).sort());
  expect((await client.pendingList().all()).map(({ eventId }) => eventId)).toEqual(bad);
  expect(await client.status.current()).toMatchObject({ trouble: expect.any(Object) });

  await recordOil(client, 50, addDays(DAY, -20));
  await client.sync.syncNow();
  expect(server.events).toHaveLength(7);
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect(await client.pendingList().all()).toEqual([]);
});

test('a server that is down is asked a few times a run, however much waits, and gets all when it is back', async () => {
  const device = await aDevice();
  const { client, server, clock } = device;
  for (let day = 0; day < 30; day += 1) await recordOil(client, 40, addDays(DAY, -day));
  server.onCall = () => answered(502, undefined);
  for (let run = 0; run < 20; run += 1) {
    const calls = server.callsTo('/sync/batch').length;
    await client.sync.syncNow();
    expect(server.callsTo('/sync/batch').length - calls).toBeLessThanOrEqual(3);
    clock.advance(60_000);
  }
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect(server.events).toHaveLength(30);
  expect(server.callsTo('/sync/batch').length).toBeLessThan(80);
});

test('a failure and a conflict that this app has never heard of settle their events', async () => {
  const { client, server } = await aDevice();
  const refused = await recordOil(client, 42.5);
  const contested = await recordOil(client, 43, '2025-10-19');
  const later = await recordOil(client, 44, '2025-10-18');
  server.onCall = (call, answer) =>
    call.path === '/sync/batch'
      ? answered(200, {
          synced: [],
          conflicts: [{ eventId: contested.id, reason: 'Odd', resolution: 'BY_LOT', winner: 3 }],
          failed: [
            { eventId: refused.id, code: 'MOON_IS_FULL', reason: 'Not today', retryable: false },
            { eventId: later.id, code: 'TIDE_IS_OUT', reason: 'Later', retryable: true },
          ],
          serverTime: 'x',
        })
      : answer();
  await client.sync.syncNow();
  expect((await client.events.list().all()).map(({ status }) => status)).toEqual([
    'PENDING',
    'CONFLICT',
    'FAILED',
  ]);
  expect(await client.pendingList().all()).toMatchObject([
    { problem: { code: 'MOON_IS_FULL', detail: 'Not today' } },
    { retryCount: 1 },
  ]);
});
