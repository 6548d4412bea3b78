/** Links that let little pass, or swallow things by their size or content: everything else gets through. */
import { historyCases } from '@wellpulse/testing/history-vectors';
import { beforeEach, expect, test } from 'vitest';
import { aDevice, aServer, aWell, recordOil, WELL_ID, type TestDevice } from '../offline-client.fixture.ts';
import type { SeenCall } from '../testing/fake-server.ts';
import { PUMPER } from '../testing/fake-server.ts';

const OTHER_WELL = '01890000-0000-7000-8000-000000000002';
const BATCH = '/sync/batch';

let device: TestDevice;
beforeEach(async () => {
  const server = aServer();
  server.addWell(aWell({ id: OTHER_WELL, name: 'Acme #2' }));
  device = await aDevice(server);
});

const notesOf = ({ body }: SeenCall): unknown[] =>
  ((body as { events?: { payload: { notes?: unknown } }[] } | undefined)?.events ?? []).map(
    ({ payload }) => payload.notes,
  );

async function recordDays(count: number, noteOf: (index: number) => string): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await device.client.record({
      eventType: 'PRODUCTION_CREATED',
      aggregateId: WELL_ID,
      payload: {
        productionDate: `2025-09-${String(index + 1).padStart(2, '0')}`,
        oilVolume: 1,
        notes: noteOf(index),
      },
    });
  }
}

test('one entry that the link swallows waits alone, named in the list, and the others go with the same sync', async () => {
  const { client, server } = device;
  await recordDays(6, (index) => (index === 0 ? 'swallow me' : 'plain'));
  server.onCall = (call, answer) => (notesOf(call).includes('swallow me') ? { kind: 'NO_ANSWER' } : answer());
  await client.sync.syncNow();
  expect(server.events).toHaveLength(5);
  const alone = server.callsTo(BATCH).filter((call) => notesOf(call).length === 1);
  expect(alone.filter((call) => notesOf(call)[0] === 'swallow me')).toHaveLength(2);
  expect(await client.pendingList().all()).toMatchObject([
    {
      content: { wellName: 'Acme #1', day: '2025-09-01' },
      problem: { code: 'ENTRY_SWALLOWED' },
    },
  ]);
  const status = await client.status.current();
  expect(status).toMatchObject({ isOnline: true, pendingEvents: 1, trouble: { code: 'ENTRY_SWALLOWED' } });

  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, trouble: null });
});

test('a link that swallows what is large gets smaller batches at once', async () => {
  const { client, server } = device;
  await recordDays(30, () => 'plain');
  server.onCall = (call, answer) => (notesOf(call).length > 4 ? { kind: 'TIMEOUT' } : answer());
  await client.sync.syncNow();
  expect(server.events).toHaveLength(30);
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, trouble: null });
});

test('a link that lets no entry pass is said to be that, and no entry is tried for ever', async () => {
  const { client, server } = device;
  await recordDays(10, () => 'plain');
  server.onCall = (call, answer) => (call.path === BATCH ? { kind: 'NO_ANSWER' } : answer());
  await client.sync.syncNow();
  expect(server.callsTo(BATCH).length).toBeLessThan(16);
  expect(await client.status.current()).toMatchObject({
    isOnline: true,
    trouble: { code: 'LINK_LETS_NO_ENTRIES' },
  });
});

test('where nothing passes at all, no entry is blamed', async () => {
  const { client, server } = device;
  await recordDays(1, () => 'plain');
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  for (let sync = 0; sync < 4; sync += 1) await client.sync.syncNow();
  expect(await client.pendingList().all()).toMatchObject([{ problem: null, retryCount: 0 }]);
  expect(await client.status.current()).toMatchObject({
    isOnline: false,
    trouble: { code: 'NO_ANSWER' },
  });
});

test('pages shrink on a link that cuts them, down to one record, and grow again', async () => {
  const { client, server } = device;
  for (let index = 10; index < 99; index += 1) {
    server.addWell(aWell({ id: `01890000-0000-7000-8000-0000000001${index}`, name: `Acme ${index}` }));
  }
  let most = 1;
  server.onCall = (call, answer) =>
    call.path === '/sync/changes' && Number(call.query['limit']) > most ? { kind: 'NO_ANSWER' } : answer();
  for (let sync = 0; sync < 12; sync += 1) await client.sync.syncNow();
  const limits = server.callsTo('/sync/changes').map(({ query }) => Number(query['limit']));
  expect(Math.min(...limits)).toBe(1);
  most = 1000;
  await client.sync.syncNow();
  expect(await client.records.wells().all()).toHaveLength(91);
});

test.each(historyCases.filter(({ history }) => history !== null))(
  'a device knows which days it holds: $name',
  async ({ serverTime, history, own, others }) => {
    const server = aServer([]);
    server.addWell(aWell({ id: OTHER_WELL, name: 'Acme #2', operatorIds: [PUMPER.id] }));
    server.onCall = (call, answer) => {
      const reply = answer();
      if (call.path !== '/sync/changes' || reply.kind !== 'ANSWERED') return reply;
      return { ...reply, body: { ...(reply.body as object), serverTime } };
    };
    const { client } = await aDevice(server, { historyDays: history ?? 0 });
    expect(server.callsTo('/sync/changes').at(-1)?.query).toMatchObject({
      history: String(history),
      entities: expect.stringContaining('PRODUCTION'),
    });
    const holds = async (wellId: string, days: Readonly<Record<string, boolean>>) =>
      Object.fromEntries(
        await Promise.all(
          Object.keys(days).map(async (day) => [day, await client.records.holdsDay(wellId, day)] as const),
        ),
      );
    expect(await holds(OTHER_WELL, own)).toEqual(own);
    expect(await holds(WELL_ID, others)).toEqual(others);
  },
);

test('an entry of a day that the device does not hold says that nothing is known of it', async () => {
  const { client, server } = await aDevice(aServer([]));
  server.addWell(aWell({ id: OTHER_WELL, name: 'Acme #2', operatorIds: [PUMPER.id] }));
  await client.sync.syncNow();
  const baseOf = async (wellId: string, day: string) => (await recordOil(client, 1, day, wellId)).baseVersion;
  expect(await baseOf(OTHER_WELL, '2025-10-12')).toBe(0);
  expect(await baseOf(WELL_ID, '2025-10-13')).toBe(0);
  expect(await baseOf(WELL_ID, '2025-10-12')).toBeNull();
});
