import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openNodeSqlite } from '../../node/index.ts';
import { aDevice, aServer, aWell, DAY, recordOil, WELL_ID } from '../../offline-client.fixture.ts';
import { answered, FOREMAN, problem, PUMPER, type FakeServer } from '../../testing/fake-server.ts';

/** What somebody does at the dashboard. */
const atDashboard = (server: FakeServer, eventType: string, payload: object, id = 'd'): void => {
  const happened = server.records.apply({
    id: `01890000-0000-7000-8000-0000000000${id.padStart(2, '0')}`,
    eventType,
    aggregateId: WELL_ID,
    baseVersion: null,
    payload: { productionDate: DAY, ...payload },
    userId: FOREMAN.id,
    deviceId: null,
    source: 'WEB',
    occurredAt: '2025-10-20T15:00:00.000Z',
    receivedAt: '2025-10-20T15:00:00.000Z',
    // The event's type is the test's word.
  } as Parameters<typeof server.records.apply>[0]);
  if (!happened) throw new Error('The dashboard was refused');
};

// Holds S6.

test('what others changed comes, and own entries that wait stay on top of it', async () => {
  const { client, server } = await aDevice();
  atDashboard(server, 'PRODUCTION_CREATED', { oilVolume: 40, gasVolume: 100 });
  await client.sync.syncNow();
  await client.record({
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: WELL_ID,
    payload: { productionDate: DAY, oilVolume: 42.5 },
  });
  atDashboard(server, 'PRODUCTION_UPDATED', { oilVolume: 39, notes: 'meter checked' }, 'e');
  server.onCall = (call, answer) => (call.path === '/sync/batch' ? { kind: 'NO_ANSWER' } : answer());

  await client.sync.syncNow();

  expect(await client.records.production(WELL_ID).all()).toMatchObject([
    { oilVolume: 42.5, gasVolume: 100, notes: 'meter checked', isPending: true },
  ]);
});

test('an entry for a day that somebody else entered meanwhile lies on top of theirs until it is settled', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  atDashboard(server, 'PRODUCTION_CREATED', { oilVolume: 40, gasVolume: 100 });
  server.onCall = (call, answer) =>
    call.path === '/sync/batch' ? problem(503, 'UNAVAILABLE', 60) : answer();
  await client.sync.syncNow();
  expect(await client.records.production(WELL_ID).all()).toMatchObject([
    { oilVolume: 42.5, gasVolume: 100, isPending: true },
  ]);
});

// Holds S6.

test('an entry that is settled stays on the screen until a pull brings it', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  server.onCall = (call, answer) => (call.path === '/sync/changes' ? problem(500, 'INTERNAL') : answer());
  await client.sync.syncNow();
  expect((await client.status.current()).pendingEvents).toBe(0);
  expect(await client.records.production(WELL_ID).all()).toMatchObject([
    { oilVolume: 42.5, isPending: true },
  ]);
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect(await client.records.production(WELL_ID).all()).toMatchObject([
    { oilVolume: 42.5, isPending: false },
  ]);
});

// Holds S7.

test('a push that fails keeps nobody from pulling, and a pull that fails nobody from pushing', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  server.addWell(aWell({ id: '01890000-0000-7000-8000-000000000002', name: 'Acme #2' }));
  server.onCall = (call, answer) => (call.path === '/sync/batch' ? { kind: 'TIMEOUT' } : answer());
  await client.sync.syncNow();
  expect(await client.records.wells().all()).toHaveLength(2);
  server.onCall = (call, answer) => (call.path === '/sync/changes' ? { kind: 'TIMEOUT' } : answer());
  await client.sync.syncNow();
  expect(server.events).toHaveLength(1);
});

// Holds S5.

test('a pull that breaks off goes on where it was', async () => {
  const server = aServer();
  const wellId = (index: number) => `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`;
  for (let index = 2; index <= 2500; index += 1) {
    server.addWell(aWell({ id: wellId(index), name: `Acme #${index}`, routePosition: index }));
  }
  let pages = 0;
  server.onCall = (call, answer) => {
    if (call.path !== '/sync/changes') return answer();
    pages += 1;
    return pages === 2 || pages === 3 ? { kind: 'NO_ANSWER' } : answer();
  };
  const { client } = await aDevice(server);
  expect(await client.records.wells().all()).toHaveLength(250);
  // Nothing is known of any day before everything came.
  expect((await recordOil(client, 40)).baseVersion).toBeNull();
  await client.sync.syncNow();
  expect(await client.records.wells().all()).toHaveLength(2500);
  expect((await recordOil(client, 40, '2025-10-19')).baseVersion).toBe(0);
  const asked = server.callsTo('/sync/changes').map(({ query }) => [query['cursor'], query['limit']]);
  expect(asked.slice(0, 4)).toEqual([
    [undefined, '250'],
    ['250', '1000'],
    ['250', '500'],
    ['250', '250'],
  ]);
});

test('a record that was deleted at the server is gone here', async () => {
  const { client, server } = await aDevice();
  atDashboard(server, 'PRODUCTION_CREATED', { oilVolume: 40 });
  await client.sync.syncNow();
  atDashboard(server, 'PRODUCTION_DELETED', {}, 'e');
  await client.sync.syncNow();
  expect(await client.records.production(WELL_ID).all()).toEqual([]);
  // Entering it again goes on from the version that was deleted.
  expect((await recordOil(client, 41)).baseVersion).toBe(2);
});

test('one record that this app cannot read keeps no other from coming', async () => {
  const server = aServer();
  server.addWell({
    ...aWell({ id: '01890000-0000-7000-8000-000000000002' }),
    status: 'GONE_TO_MARS' as 'ACTIVE',
  });
  server.addWell(aWell({ id: '01890000-0000-7000-8000-000000000003', name: 'Acme #3' }));
  const { client } = await aDevice(server);
  expect((await client.records.wells().all()).map(({ name }) => name)).toEqual(['Acme #1', 'Acme #3']);
});

test('an entry whose answer came late does not lie on top of what a pull brought before, whoever has taken over', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  await client.sessions.signIn({ tenant: 'acme', email: FOREMAN.email, password: 'wellpulse-demo' });
  server.onCall = (call, answer) => {
    const reply = answer();
    return call.path === '/sync/batch' ? { kind: 'NO_ANSWER' } : reply;
  };
  await client.sync.syncNow();
  atDashboard(server, 'PRODUCTION_UPDATED', { oilVolume: 39 });
  await client.sync.syncNow();
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect(await client.records.production(WELL_ID).all()).toMatchObject([{ oilVolume: 39, isPending: false }]);
});

test('an operator gets 120 days; who has all wells gets fewer of each, so that they come over a thin link', async () => {
  const { client, server } = await aDevice();
  await client.sessions.signIn({ tenant: 'acme', email: FOREMAN.email, password: 'wellpulse-demo' });
  await client.sync.syncNow();
  const asked = server.callsTo('/sync/changes').map(({ query }) => query['history']);
  expect([...new Set(asked)]).toEqual(['120', '21']);
  expect(await client.records.holdsDay(WELL_ID, DAY)).toBe(true);
  await client.sync.syncNow();
  expect(server.callsTo('/sync/changes').at(-1)?.query).toMatchObject({
    history: '21',
    cursor: expect.any(String),
  });
});

test('an operator without wells of their own gets as many days as who has all wells, and more once they have some', async () => {
  const { client, server } = await aDevice(aServer([]));
  const asked = () => server.callsTo('/sync/changes').map(({ query }) => query['history']);
  // The first page shows that no well is theirs; it is not taken.
  expect(asked()).toEqual(['120', '21']);
  expect(await client.records.wells().all()).toHaveLength(1);
  server.addWell(aWell({ version: 2, operatorIds: [PUMPER.id] }));
  await client.sync.syncNow();
  await client.sync.syncNow();
  expect(asked().slice(2)).toEqual(['21', '120']);
  await client.sync.syncNow();
  expect(server.callsTo('/sync/changes').at(-1)?.query).toMatchObject({
    history: '120',
    cursor: expect.any(String),
  });
});

test('what an app without that rule began goes on with its days', async () => {
  const { client, server, folder, reopen } = await aDevice();
  await client.sessions.signIn({ tenant: 'acme', email: FOREMAN.email, password: 'wellpulse-demo' });
  await client.sync.syncNow();
  await client.close();
  const driver = await openNodeSqlite(join(folder, 'device.db'));
  await driver.execute(`UPDATE meta SET value = replace(value, '"days":21,', '') WHERE key = 'held_days'`);
  await driver.close();
  const again = await reopen();
  await again.sync.syncNow();
  expect(server.callsTo('/sync/changes').at(-1)?.query).toMatchObject({ history: '120' });
});

test('a server of another version leaves the settings that both know as they are', async () => {
  const { client, server } = await aDevice();
  const settings = {
    ...{ name: 'Acme', timeZone: 'America/Denver', varianceThresholdPercent: 8, dayBegins: '06:00' },
    ...{ conflictPolicy: 'OF_A_NEWER_SERVER', version: 3, updatedAt: '2025-10-20T15:00:00.000Z' },
  };
  server.onCall = (call, answer) => (call.path === '/tenant/settings' ? answered(200, settings) : answer());
  await client.sync.syncNow();
  expect(await client.records.settings()).toMatchObject({
    ...{ timeZone: 'America/Denver', varianceThresholdPercent: 8, version: 3 },
    conflictPolicy: 'LAST_WRITE_WINS',
    serviceIntervals: { PUMP_JACK: { ROUTINE: 90 } },
  });
});
