import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_PHOTO_BYTES, type EventPhoto } from '@wellpulse/contracts';
import { describe, expect, test } from 'vitest';
import type { OfflineClient } from '../offline-client.ts';
import { aDevice, DAY, photoBytes, WELL_ID, type TestDevice } from '../offline-client.fixture.ts';
import type { LoggedEvent } from '../queries/event-queries.ts';
import { answered, problem } from '../testing/fake-server.ts';

const EQUIPMENT_ID = '01890000-0000-7000-8000-00000000e001';
const UPLOAD_URL = '/equipment/:ownerId/photos/upload-url';
const bytes = (seed: number, size = 120_000): Uint8Array =>
  Uint8Array.from({ length: size }, (_, index) => (index * seed) % 256);

/** A device on which maintenance with `count` photos was logged. */
async function withPhotos(count: number): Promise<TestDevice & { readonly eventId: string }> {
  const device = await aDevice();
  const { client } = device;
  await client.record({
    eventType: 'EQUIPMENT_CREATED',
    aggregateId: EQUIPMENT_ID,
    payload: { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' },
  });
  const photos = [];
  for (let index = 1; index <= count; index += 1) {
    photos.push(await client.photos.keep({ bytes: bytes(index), contentType: 'image/jpeg' }));
  }
  const recorded = await logMaintenance(client, photos);
  if (!recorded.ok) throw new Error(recorded.code);
  return { ...device, eventId: recorded.event.id };
}

const logMaintenance = (client: OfflineClient, photos: EventPhoto[]) =>
  client.record({
    eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
    aggregateId: EQUIPMENT_ID,
    payload: maintenance(photos),
  });

const maintenance = (photos: EventPhoto[]) => ({
  maintenanceId: '01890000-0000-7000-8000-00000000f001',
  maintenanceDate: DAY,
  maintenanceType: 'REPAIR' as const,
  description: 'Replaced motor belt',
  photos,
});

const photosOf = (entry: LoggedEvent | undefined): EventPhoto[] =>
  (entry?.event.payload as { photos: EventPhoto[] } | undefined)?.photos ?? [];

const filesOf = ({ folder }: TestDevice): string[] => readdirSync(join(folder, 'photos'));

test('a photo is kept by the place of its file, as a copy that is known by what it holds', async () => {
  const { client, folder } = await aDevice();
  const place = join(folder, 'camera.jpeg');
  writeFileSync(place, bytes(7));
  const photo = await client.photos.keep({ place, contentType: 'image/jpeg' });
  const sha256 = createHash('sha256').update(bytes(7)).digest('hex');
  expect(photo).toMatchObject({ sha256, sizeBytes: 120_000 });
  rmSync(place);
  expect(await photoBytes(client, photo.photoId)).toEqual(bytes(7));
  const again = client.photos.keep({ place, contentType: 'image/jpeg' });
  await expect(again).rejects.toMatchObject({ code: 'PHOTO_GONE' });
});

test('a photo without a byte, or of more than 10 MiB, is refused, and no file of it stays', async () => {
  const device = await aDevice();
  for (const size of [0, MAX_PHOTO_BYTES + 1]) {
    const place = join(device.folder, 'camera.jpeg');
    writeFileSync(place, new Uint8Array(size));
    const kept = device.client.photos.keep({ place, contentType: 'image/jpeg' });
    await expect(kept).rejects.toMatchObject({ code: 'PHOTO_REFUSED' });
  }
  expect(existsSync(join(device.folder, 'photos'))).toBe(false);
});

test('photos follow their event, and their files stay when the server has stored them', async () => {
  const device = await withPhotos(3);
  const { client, server } = device;
  expect((await client.pendingList().all()).at(-1)).toMatchObject({ content: { kind: 'PHOTOS', count: 3 } });
  expect(filesOf(device)).toHaveLength(3);
  await client.sync.syncNow();
  expect([...server.stored.values()].map(({ length }) => length)).toEqual([120_000, 120_000, 120_000]);
  expect(await client.status.current()).toMatchObject({ waitingPhotos: 0, photoProgress: null });
  expect(filesOf(device)).toHaveLength(3);
});

test('a photo is uploaded only after its event is settled', async () => {
  const { client, server } = await withPhotos(1);
  server.onCall = (call, answer) => (call.path === '/sync/batch' ? { kind: 'TIMEOUT' } : answer());
  await client.sync.syncNow();
  expect(server.callsTo(UPLOAD_URL)).toEqual([]);
  expect(await client.status.current()).toMatchObject({ waitingPhotos: 1, waitingPhotoBytes: 120_000 });
});

test('a photo that the server refuses holds up no other, and is tried again', async () => {
  const { client, server, clock } = await withPhotos(3);
  let refusals = 1;
  server.onCall = (call, answer) => {
    if (call.path === 'PUT' && refusals > 0) {
      refusals -= 1;
      return answered(403, undefined);
    }
    return answer();
  };
  await client.sync.syncNow();
  expect(server.stored.size).toBe(2);
  expect(await client.pendingList().all()).toMatchObject([{ content: { kind: 'PHOTOS', count: 1 } }]);
  clock.advance(60_000);
  await client.sync.syncNow();
  expect(server.stored.size).toBe(3);
  expect(await client.pendingList().all()).toEqual([]);
});

test('after a break between bytes and confirmation, the bytes are not sent again', async () => {
  const { client, server, reopen } = await withPhotos(1);
  server.onCall = (call, answer) => (call.path.endsWith('/confirm') ? { kind: 'NO_ANSWER' } : answer());
  await client.sync.syncNow();
  expect((await client.status.current()).waitingPhotos).toBe(1);
  server.onCall = (_, answer) => answer();
  const again = await reopen();
  await again.sync.syncNow();
  expect(server.callsTo('PUT')).toHaveLength(1);
  expect((await again.status.current()).waitingPhotos).toBe(0);
});

test('a photo that never arrived is sent again, with a new address', async () => {
  const { client, server } = await withPhotos(1);
  server.onCall = (call, answer) => (call.path === 'PUT' ? { kind: 'TIMEOUT' } : answer());
  await client.sync.syncNow();
  server.onCall = (_, answer) => answer();
  await client.sync.syncNow();
  expect(server.callsTo(UPLOAD_URL)).toHaveLength(2);
  expect(server.stored.size).toBe(1);
  expect((await client.status.current()).waitingPhotos).toBe(0);
});

test('a photo that the server has already is not sent', async () => {
  const { client, server } = await withPhotos(1);
  server.onCall = (call, answer) =>
    call.path === UPLOAD_URL ? answered(200, { state: 'STORED', blobName: 'b' }) : answer();
  await client.sync.syncNow();
  expect(server.callsTo('PUT')).toEqual([]);
  expect((await client.status.current()).waitingPhotos).toBe(0);
});

test('photos wait when the server is busy', async () => {
  const { client, server } = await withPhotos(2);
  server.onCall = (call, answer) => (call.path === UPLOAD_URL ? problem(503, 'UNAVAILABLE', 30) : answer());
  await client.sync.syncNow();
  expect(server.callsTo(UPLOAD_URL)).toHaveLength(1);
  await client.sync.syncNow();
  expect(server.callsTo(UPLOAD_URL)).toHaveLength(1);
});

test('a photo that is not on this device cannot be named by an entry', async () => {
  const { client } = await aDevice();
  await client.record({
    eventType: 'EQUIPMENT_CREATED',
    aggregateId: EQUIPMENT_ID,
    payload: { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' },
  });
  const photo = await client.photos.keep({ bytes: bytes(1), contentType: 'image/jpeg' });
  const strange = { ...photo, photoId: '01890000-0000-7000-8000-00000000d001' };
  expect(await logMaintenance(client, [strange])).toMatchObject({ ok: false, code: 'VALIDATION_FAILED' });
  expect(await logMaintenance(client, [photo])).toMatchObject({ ok: true });
});

test('a photo of a draft can be thrown away, one of an entry cannot', async () => {
  const device = await withPhotos(1);
  const { client } = device;
  const draft = await client.photos.keep({ bytes: bytes(9), contentType: 'image/png' });
  await client.photos.discard(draft.photoId);
  expect(await client.photos.open(draft.photoId)).toBeNull();
  const [entry] = await client.events.list().all();
  const [photo] = photosOf(entry);
  await client.photos.discard(photo?.photoId ?? '');
  expect(await photoBytes(client, photo?.photoId ?? '')).toEqual(bytes(1));
});

test('photos of an entry that was refused go over to the one that is entered instead', async () => {
  const { client, server, eventId } = await withPhotos(1);
  server.judge = ({ id }) => (id === eventId ? { code: 'VALIDATION_FAILED', retryable: false } : undefined);
  await client.sync.syncNow();
  expect(server.stored.size).toBe(0);
  const [refused] = await client.events.list({ status: 'FAILED' }).all();
  await client.reenter(eventId, {
    eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
    aggregateId: EQUIPMENT_ID,
    payload: { ...maintenance(photosOf(refused)), description: 'Replaced both belts' },
  });
  await client.sync.syncNow();
  expect(server.stored.size).toBe(1);
  expect(await client.pendingList().all()).toEqual([]);
});

describe('photos of a reading', () => {
  const reading = { eventType: 'PRODUCTION_CREATED', aggregateId: WELL_ID } as const;
  const WELL_UPLOAD_URL = '/wells/:ownerId/photos/upload-url';

  test('go under its well, once their entry is settled, and the row names them', async () => {
    const device = await aDevice();
    const { client, server } = device;
    const photo = await client.photos.keep({ bytes: bytes(1), contentType: 'image/jpeg' });
    const payload = { productionDate: DAY, oilVolume: 40, photos: [photo] };
    expect(await client.record({ ...reading, payload })).toMatchObject({ ok: true });
    const rows = () => client.records.production(WELL_ID).all();
    expect(await rows()).toMatchObject([{ photoHashes: [photo.sha256], isPending: true }]);
    expect(await client.status.current()).toMatchObject({ waitingPhotos: 1, waitingPhotoBytes: 120_000 });

    await client.sync.syncNow();
    expect(server.callsTo(WELL_UPLOAD_URL)).toMatchObject([{ params: { ownerId: WELL_ID } }]);
    expect([...server.stored.values()]).toEqual([bytes(1)]);
    expect(await rows()).toMatchObject([{ photoHashes: [photo.sha256], isPending: false }]);
  });

  test('are added to those that the reading has', async () => {
    const { client } = await aDevice();
    const first = await client.photos.keep({ bytes: bytes(1), contentType: 'image/jpeg' });
    const second = await client.photos.keep({ bytes: bytes(2), contentType: 'image/jpeg' });
    await client.record({ ...reading, payload: { productionDate: DAY, oilVolume: 40, photos: [first] } });
    await client.sync.syncNow();
    const payload = { productionDate: DAY, photos: [second] };
    const added = await client.record({ ...reading, eventType: 'PRODUCTION_UPDATED', payload });
    expect(added).toMatchObject({ ok: true });
    const hashes = [first.sha256, second.sha256].sort();
    expect(await client.records.production(WELL_ID).all()).toMatchObject([{ photoHashes: hashes }]);
    await client.sync.syncNow();
    expect(await client.status.current()).toMatchObject({ pendingEvents: 0, waitingPhotos: 0 });
  });

  test('one whose well is gone waits for its person, and the others go on', async () => {
    const { client, server } = await aDevice();
    const photo = await client.photos.keep({ bytes: bytes(1), contentType: 'image/jpeg' });
    await client.record({ ...reading, payload: { productionDate: DAY, oilVolume: 40, photos: [photo] } });
    server.onCall = (call, answer) =>
      call.path === WELL_UPLOAD_URL ? problem(404, 'WELL_NOT_FOUND') : answer();
    await client.sync.syncNow();
    expect(await client.status.current()).toMatchObject({ photosForPerson: 1, pendingEvents: 0 });
    await client.skipPhoto(photo.photoId, 'The well was sold');
    expect(await client.status.current()).toMatchObject({ waitingPhotos: 0 });
  });

  test('one of a draft can be thrown away, one of an entry cannot', async () => {
    const { client } = await aDevice();
    const photo = await client.photos.keep({ bytes: bytes(1), contentType: 'image/jpeg' });
    await client.record({ ...reading, payload: { productionDate: DAY, oilVolume: 40, photos: [photo] } });
    await client.photos.discard(photo.photoId);
    expect(await photoBytes(client, photo.photoId)).toEqual(bytes(1));
  });
});
