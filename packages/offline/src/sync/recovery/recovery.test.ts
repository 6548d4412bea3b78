/** What a device does about its entries when the server was put back (ADR 44). */
import type { SyncChanges } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { saveAtDashboard } from '../../testing/at-dashboard.ts';
import { aDevice, DAY, putServerBack, WELL_ID } from '../../offline-client.fixture.ts';
import { answered, FOREMAN, PUMPER, type FakeServer } from '../../testing/fake-server.ts';

const picture = Uint8Array.of(255, 216, 1);
const sentOf = (server: FakeServer, id: string): number =>
  server
    .callsTo('/sync/batch')
    .filter(({ body }) =>
      (body as { events: readonly { id: string }[] }).events.some((event) => event.id === id),
    ).length;

/** An entry with a photo. The server took it, was put back to before it, and refuses it with this code. */
async function refusedAfterRestore(code: 'VALIDATION_FAILED' | 'EVENT_ID_REUSED') {
  const device = await aDevice();
  const { client, server } = device;
  const photo = await client.photos.keep({ bytes: picture, contentType: 'image/jpeg' });
  const recorded = await client.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: WELL_ID,
    payload: { productionDate: DAY, oilVolume: 40, photos: [photo] },
  });
  if (!recorded.ok) throw new Error(recorded.code);
  await client.sync.syncNow();
  server.judge = () => ({ code, retryable: false });
  putServerBack(server);
  await client.sync.syncNow();
  await client.sync.syncNow();
  const { id } = recorded.event;
  expect(await client.events.list({ status: 'FAILED' }).all()).toMatchObject([{ event: { id } }]);
  return { ...device, id };
}

test.each([false, true])(
  'what was refused is sent again when the next restore brings back that it was taken, skipped (%s) or not',
  async (isSkipped) => {
    const { client, server, id } = await refusedAfterRestore('VALIDATION_FAILED');
    if (isSkipped) await client.skip(id, 'Typed at the wrong well');
    server.losePhotos();
    server.lineage += 1;
    putServerBack(server, [id]);
    await client.sync.syncNow();
    await client.sync.syncNow();
    expect(await client.events.list().all()).toMatchObject([
      { event: { id }, status: 'SYNCED', outcome: null, skipReason: null },
    ]);
    expect([...server.stored.values()]).toEqual([picture]);
    expect(await client.status.current()).toMatchObject({
      pendingEvents: 0,
      failedEvents: 0,
      waitingPhotos: 0,
    });
  },
);

test('what was refused and is not known after the next restore stays refused, and its photo here', async () => {
  const { client, server, id } = await refusedAfterRestore('VALIDATION_FAILED');
  await client.skip(id, 'Typed at the wrong well');
  const sent = sentOf(server, id);
  server.losePhotos();
  server.lineage += 1;
  putServerBack(server);
  await client.sync.syncNow();
  expect(await client.events.list().all()).toMatchObject([
    { status: 'SKIPPED', skipReason: 'Typed at the wrong well' },
  ]);
  expect(sentOf(server, id)).toBe(sent);
  expect(server.stored.size).toBe(0);
});

test('what was refused before the restore and a file brings to it afterwards counts as taken', async () => {
  const { client, server } = await aDevice();
  server.judge = () => ({ code: 'FORBIDDEN', retryable: false });
  const payload = { productionDate: DAY, oilVolume: 40 };
  const recorded = await client.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: WELL_ID,
    payload,
  });
  if (!recorded.ok) throw new Error(recorded.code);
  await client.sync.syncNow();
  const { id } = recorded.event;
  const takenFromFile: string[] = [];
  putServerBack(server, takenFromFile);
  await client.sync.syncNow();
  await client.sync.syncNow();
  expect(await client.events.list().all()).toMatchObject([{ event: { id }, status: 'FAILED' }]);
  expect(sentOf(server, id)).toBe(1);
  takenFromFile.push(id);
  server.settled.set(id, { failure: null });
  await client.sync.syncNow();
  await client.sync.syncNow();
  expect(await client.events.list().all()).toMatchObject([{ event: { id }, status: 'SYNCED' }]);
});

test('an entry whose id the server knows of another one is not sent again', async () => {
  const { client, server, id } = await refusedAfterRestore('EVENT_ID_REUSED');
  const sent = sentOf(server, id);
  putServerBack(server, [id]);
  await client.sync.syncNow();
  expect(sentOf(server, id)).toBe(sent);
  expect(await client.events.list().all()).toMatchObject([{ event: { id }, status: 'FAILED' }]);
});

test('a pull anew drops days of other people, and the device does not claim to hold them any more', async () => {
  const { client, server } = await aDevice();
  const old = '2025-09-10';
  saveAtDashboard(server, WELL_ID, old, 33);
  await client.sync.syncNow();
  expect(await client.records.holdsDay(WELL_ID, old)).toBe(true);
  await client.sessions.signIn({ tenant: 'acme', password: 'wellpulse-demo', email: FOREMAN.email });
  putServerBack(
    server,
    server.events.map(({ id }) => id),
  );
  const afterRestore = server.onCall;
  server.onCall = async (call, answer) => {
    const reply = await afterRestore(call, answer);
    if (call.path !== '/sync/changes' || reply.kind !== 'ANSWERED' || reply.status !== 200) return reply;
    // A foreman asks for three weeks of all wells.
    const { changes, ...page } = reply.body as SyncChanges;
    return answered(200, {
      ...page,
      changes: changes.filter(({ data }) => data?.['productionDate'] !== old),
    });
  };
  await client.sync.syncNow();
  await client.sync.syncNow();
  expect(await client.records.production(WELL_ID).all()).toEqual([]);
  expect(await client.records.holdsDay(WELL_ID, old)).toBe(false);
  expect(await client.records.holdsDay(WELL_ID, DAY)).toBe(true);
  await client.sessions.unlock(PUMPER.id);
  const recorded = await client.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: WELL_ID,
    payload: { productionDate: old, oilVolume: 50 },
  });
  expect(recorded).toMatchObject({ ok: true, event: { baseVersion: null } });
});
