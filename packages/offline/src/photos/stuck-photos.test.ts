import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDevice, DAY, WELL_ID, type TestDevice } from '../offline-client.fixture.ts';
import type { Reply } from '../ports/transport.ts';
import { answered, problem, PUMPER } from '../testing/fake-server.ts';

const EQUIPMENT_ID = '01890000-0000-7000-8000-00000000e001';
const UPLOAD_URL = '/equipment/:ownerId/photos/upload-url';

/** A device with maintenance and its photos, in this order. */
async function withPhotos(count: number): Promise<TestDevice & { readonly photoIds: readonly string[] }> {
  const device = await aDevice();
  const { client } = device;
  await client.record({
    eventType: 'EQUIPMENT_CREATED',
    aggregateId: EQUIPMENT_ID,
    payload: { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' },
  });
  const photos = [];
  for (let index = 1; index <= count; index += 1) {
    photos.push(await client.photos.keep({ bytes: Uint8Array.of(index), contentType: 'image/jpeg' }));
  }
  await client.record({
    eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
    aggregateId: EQUIPMENT_ID,
    payload: {
      maintenanceId: '01890000-0000-7000-8000-00000000f001',
      maintenanceDate: DAY,
      maintenanceType: 'REPAIR',
      description: 'Replaced motor belt',
      photos,
    },
  });
  return { ...device, photoIds: photos.map(({ photoId }) => photoId) };
}

test.each<[string, (device: TestDevice) => void]>([
  ['whose file is gone', ({ folder }) => rmSync(join(folder, 'photos'), { recursive: true })],
  [
    'whose item was deleted in the office',
    ({ server }) => {
      server.onCall = (call, answer) =>
        call.path === UPLOAD_URL ? problem(404, 'EQUIPMENT_NOT_FOUND') : answer();
    },
  ],
])('a photo %s waits for its person, who may skip it', async (_, corrupt) => {
  const device = await withPhotos(1);
  const { client, photoIds } = device;
  const [photoId = ''] = photoIds;
  await expect(client.skipPhoto(photoId, 'too early')).rejects.toMatchObject({ code: 'NOT_FAILED' });
  corrupt(device);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ waitingPhotos: 1, photosForPerson: 1 });
  expect(await client.pendingList().all()).toMatchObject([
    { photoId, status: 'FAILED', problem: { code: expect.any(String) } },
  ]);
  await expect(client.sessions.signOut(PUMPER.id)).rejects.toMatchObject({ code: 'UNSETTLED_EVENTS' });

  await client.skipPhoto(photoId, 'The item is gone');
  expect(await client.pendingList().all()).toEqual([]);
  expect(await client.status.current()).toMatchObject({ waitingPhotos: 0, photosForPerson: 0 });
  await client.sync.syncNow();
  await client.sessions.signOut(PUMPER.id);
  await client.reset();
});

test.each<[string, Reply]>([
  ['a problem with status 500', problem(500, 'INTERNAL')],
  ['a page', answered(502, undefined)],
  ['a refusal', problem(409, 'PHOTO_NOT_UPLOADED')],
])('a photo that gets %s as an answer keeps no other from going on', async (_, reply) => {
  const { client, server, photoIds, clock } = await withPhotos(4);
  const bad = photoIds.slice(0, 2);
  const { lastSyncAt } = await client.status.current();
  clock.advance(1000);
  server.onCall = (call, answer) =>
    call.path === UPLOAD_URL && bad.includes((call.body as { photoId: string }).photoId) ? reply : answer();
  await client.sync.syncNow();
  expect(server.stored.size).toBe(2);
  const status = await client.status.current();
  expect(status).toMatchObject({ waitingPhotos: 2, photosForPerson: 0, trouble: expect.any(Object) });
  expect(status.lastSyncAt).toBe(lastSyncAt);
});

test('when nothing but failures come, photos wait instead of being tried one after the other', async () => {
  const { client, server } = await withPhotos(6);
  server.onCall = (call, answer) => (call.path === UPLOAD_URL ? answered(502, undefined) : answer());
  await client.sync.syncNow();
  expect(server.callsTo(UPLOAD_URL)).toHaveLength(3);
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect(server.stored.size).toBe(6);
});

test('one photo that the link always cuts waits alone after two tries, and the others go', async () => {
  const { client, server, photoIds, clock } = await withPhotos(4);
  const [large = ''] = photoIds;
  server.onCall = (call, answer) =>
    call.path === 'PUT' && call.params['url']?.includes(large) ? { kind: 'NO_ANSWER' } : answer();
  await client.sync.syncNow();
  expect(server.stored.size).toBe(3);
  clock.advance(2000);
  await client.sync.syncNow();
  const status = await client.status.current();
  expect(status).toMatchObject({ waitingPhotos: 1, isOnline: true, trouble: { code: 'PHOTO_SWALLOWED' } });
  expect(await client.pendingList().all()).toMatchObject([
    { content: { kind: 'PHOTO' }, photoId: null, status: 'PENDING', retryCount: 2 },
  ]);
  const tries = () =>
    server.callsTo('PUT').filter(({ params }) => params['url']?.includes(large) === true).length;
  expect(tries()).toBe(2);
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect(server.stored.size).toBe(4);
});

test('a photo whose answer was lost is not sent again', async () => {
  const { client, server } = await withPhotos(1);
  server.onCall = (call, answer) => {
    const reply = answer();
    return call.path === 'PUT' ? { kind: 'TIMEOUT' } : reply;
  };
  await client.sync.syncNow();
  expect(server.callsTo('PUT')).toHaveLength(1);
  expect(await client.status.current()).toMatchObject({ waitingPhotos: 0, trouble: null });
});
