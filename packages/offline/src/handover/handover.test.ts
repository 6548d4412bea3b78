import { expect, test } from 'vitest';
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUMPER } from '../testing/fake-server.ts';
import { wholeOf } from '../lib/pieces.ts';
import {
  aDevice,
  aFolder,
  aServer,
  DAY,
  piecesOf,
  recordOil,
  WELL_ID,
  type TestDevice,
} from '../offline-client.fixture.ts';
import { FakeClock } from '../testing/fake-clock.ts';

const PASSPHRASE = 'north route seven';
const EQUIPMENT_ID = '01890000-0000-7000-8000-00000000e001';

/** Two devices of one tenant; the first has an entry, maintenance and a photo that it can't send. */
async function twoDevices(): Promise<{ broken: TestDevice; other: TestDevice; file: Uint8Array }> {
  const server = aServer();
  const broken = await aDevice(server, { name: 'Truck 7' });
  const other = await aDevice(server, { name: 'Truck 8', clock: new FakeClock(undefined, 77) });
  const { client } = broken;
  await recordOil(client, 42.5);
  await client.record({
    eventType: 'EQUIPMENT_CREATED',
    aggregateId: EQUIPMENT_ID,
    payload: { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' },
  });
  const photo = await client.photos.keep({ bytes: Uint8Array.of(1, 2, 3), contentType: 'image/jpeg' });
  await client.record({
    eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
    aggregateId: EQUIPMENT_ID,
    payload: {
      maintenanceId: '01890000-0000-7000-8000-00000000f001',
      maintenanceDate: DAY,
      maintenanceType: 'REPAIR',
      description: 'Replaced motor belt',
      photos: [photo],
    },
  });
  return { broken, other, file: await wholeOf(client.exportFile(PASSPHRASE)) };
}

/** The server gives the device another key. */
async function registerAnew({ client, server }: TestDevice): Promise<void> {
  server.signingKey = 'HxAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
  const { email } = PUMPER;
  const password = 'wellpulse-demo';
  await client.sessions.register({
    tenant: 'acme',
    email,
    password,
    deviceName: 'Truck 7',
    platform: 'ELECTRON',
  });
}

test('another device takes over what one could not send, as it was signed, and nobody duplicates it', async () => {
  const { broken, other, file } = await twoDevices();
  expect(await other.client.importFile(piecesOf(file), PASSPHRASE)).toEqual({
    deviceName: 'Truck 7',
    events: 3,
    photos: 1,
    known: 0,
    unread: 0,
  });
  expect(await other.client.records.production(WELL_ID).all()).toMatchObject([
    { oilVolume: 42.5, isPending: true },
  ]);
  await other.client.sync.syncNow();

  const { server } = broken;
  const originals = (await broken.client.events.list().all()).map(({ event }) => event).reverse();
  expect(server.events).toEqual(originals);
  expect(server.stored.size).toBe(1);

  await broken.client.sync.syncNow();
  expect(server.events).toEqual(originals);
  for (const { client } of [broken, other]) {
    expect(await client.pendingList().all()).toEqual([]);
    expect(await client.records.production(WELL_ID).all()).toMatchObject([
      { oilVolume: 42.5, isPending: false },
    ]);
  }
});

test('importing a file twice, or on the device that made it, changes nothing', async () => {
  const { broken, other, file } = await twoDevices();
  await other.client.importFile(piecesOf(file), PASSPHRASE);
  expect(await other.client.importFile(piecesOf(file), PASSPHRASE)).toMatchObject({
    events: 0,
    photos: 0,
    known: 3,
  });
  expect(await broken.client.importFile(piecesOf(file), PASSPHRASE)).toMatchObject({
    events: 0,
    photos: 0,
    known: 3,
  });
  expect((await broken.client.status.current()).pendingEvents).toBe(3);
});

test('a copy that was signed anew makes good what was refused here for its signature', async () => {
  const { broken, other, file } = await twoDevices();
  const { server } = broken;
  const former = new Set((await broken.client.events.list().all()).map(({ event }) => event.signature));
  server.judge = ({ signature }) =>
    former.has(signature) ? { code: 'SIGNATURE_INVALID', retryable: false } : undefined;
  await broken.client.sync.syncNow();
  await registerAnew(broken);
  await other.client.importFile(piecesOf(file), PASSPHRASE);
  await other.client.sync.syncNow();
  expect(await other.client.status.current()).toMatchObject({ failedEvents: 3, stopped: null });

  const again = await wholeOf(broken.client.exportFile(PASSPHRASE));
  expect(await other.client.importFile(piecesOf(again), PASSPHRASE)).toMatchObject({ events: 3, known: 0 });
  expect(await other.client.records.production(WELL_ID).all()).toMatchObject([{ oilVolume: 42.5 }]);
  await other.client.sync.syncNow();
  expect(await other.client.status.current()).toMatchObject({ failedEvents: 0, pendingEvents: 0 });
  expect(server.events).toHaveLength(3);
  expect(await other.client.importFile(piecesOf(again), PASSPHRASE)).toMatchObject({ events: 0, known: 3 });
});

test('entries of its own that a device gets back from a file keep their signature, whatever key came since', async () => {
  const device = await aDevice();
  const { server, folder, clock } = device;
  await device.client.close();
  const restored = aFolder();
  copyFileSync(join(folder, 'device.db'), join(restored, 'device.db'));
  const client = await device.reopen();
  const entered = await recordOil(client, 42.5);
  const file = await wholeOf(client.exportFile(PASSPHRASE));
  await client.close();

  const old = await aDevice(server, { folder: restored, clock });
  await old.client.importFile(piecesOf(file), PASSPHRASE);
  await registerAnew(old);
  await old.client.sync.syncNow();
  expect(server.events).toMatchObject([{ id: entered.id, deviceId: entered.deviceId }]);
  expect(server.events[0]?.signature).toBe(entered.signature);
});

test('own entries keep their numbers beside imported ones', async () => {
  const { other, file } = await twoDevices();
  await recordOil(other.client, 40, '2025-10-18');
  await other.client.importFile(piecesOf(file), PASSPHRASE);
  expect((await recordOil(other.client, 41, '2025-10-19')).deviceSequence).toBe(2);
});

test('a photo whose event was settled before is carried over too', async () => {
  const { broken, other } = await twoDevices();
  const { server } = broken;
  server.onCall = (call, answer) => (call.path === 'PUT' ? { kind: 'NO_ANSWER' } : answer());
  await broken.client.sync.syncNow();
  server.onCall = (_, answer) => answer();
  const file = await wholeOf(broken.client.exportFile(PASSPHRASE));
  expect(await other.client.importFile(piecesOf(file), PASSPHRASE)).toMatchObject({ events: 0, photos: 1 });
  await other.client.sync.syncNow();
  expect(server.stored.size).toBe(1);
  expect((await other.client.status.current()).waitingPhotos).toBe(0);
});

test('a file that cannot be opened says why', async () => {
  const { broken, other, file } = await twoDevices();
  const opening = (bytes: Uint8Array, passphrase = PASSPHRASE) =>
    other.client.importFile(piecesOf(bytes), passphrase);
  await expect(opening(file, 'wrong passphrase')).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
  await expect(opening(file.slice(0, -10))).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  await expect(opening(file.slice(0, 20))).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  await expect(opening(new TextEncoder().encode('a,b,c'))).rejects.toMatchObject({ code: 'NOT_AN_EXPORT' });
  await expect(opening(withByte(file, 9, 3))).rejects.toMatchObject({ code: 'NEWER_EXPORT' });
  for (const at of [70, 79, 120, file.length - 1]) {
    const wrong = opening(withByte(file, at, (file.at(at) ?? 0) ^ 1));
    const code = at < 79 ? 'WRONG_PASSPHRASE' : 'FILE_DAMAGED';
    await expect(wrong).rejects.toMatchObject({ code });
  }
  await expect(wholeOf(broken.client.exportFile('short'))).rejects.toMatchObject({ code: 'WEAK_PASSPHRASE' });
  expect(await other.client.pendingList().all()).toEqual([]);
});

test('a file of another company is refused', async () => {
  const { file } = await twoDevices();
  const server = aServer();
  server.tenantId = '01890000-0000-7000-8000-0000000000fe';
  const stranger = await aDevice(server);
  await expect(stranger.client.importFile(piecesOf(file), PASSPHRASE)).rejects.toMatchObject({
    code: 'OTHER_TENANT',
  });
  expect(await stranger.client.pendingList().all()).toEqual([]);
});

test('what a file holds cannot be read without the passphrase', async () => {
  const { file } = await twoDevices();
  expect(Buffer.from(file).includes('PRODUCTION_CREATED')).toBe(false);
  expect(Buffer.from(file).subarray(0, 9).toString()).toBe('WELLPULSE');
});

test('a photo of a reading goes with the file too, and under the well of its reading', async () => {
  const server = aServer();
  const broken = await aDevice(server, { name: 'Truck 7' });
  const other = await aDevice(server, { name: 'Truck 8', clock: new FakeClock(undefined, 77) });
  const photo = await broken.client.photos.keep({ bytes: Uint8Array.of(7), contentType: 'image/jpeg' });
  const payload = { productionDate: DAY, oilVolume: 42.5, photos: [photo] };
  await broken.client.record({ eventType: 'PRODUCTION_CREATED', aggregateId: WELL_ID, payload });
  const file = await wholeOf(broken.client.exportFile(PASSPHRASE));
  expect(await other.client.importFile(piecesOf(file), PASSPHRASE)).toMatchObject({ events: 1, photos: 1 });
  await other.client.sync.syncNow();
  expect(server.callsTo('/wells/:ownerId/photos/upload-url')).toMatchObject([
    { params: { ownerId: WELL_ID } },
  ]);
  expect([...server.stored.values()]).toEqual([Uint8Array.of(7)]);
});

const withByte = (bytes: Uint8Array, at: number, byte: number): Uint8Array =>
  bytes.map((old, index) => (index === at ? byte : old));

test('a photo that is spoilt on the disk stays behind, and the file with the rest can be read', async () => {
  const { broken, other } = await twoDevices();
  const photos = join(broken.folder, 'photos');
  for (const name of readdirSync(photos)) writeFileSync(join(photos, name), Uint8Array.of(1, 2, 4));
  const file = await wholeOf(broken.client.exportFile(PASSPHRASE));
  expect(await other.client.importFile(piecesOf(file), PASSPHRASE)).toMatchObject({ events: 3, photos: 0 });
});

test('a photo whose file is gone gets it again, on the device that made the handover file too', async () => {
  const { broken, file } = await twoDevices();
  const { client, folder, server } = broken;
  rmSync(join(folder, 'photos'), { recursive: true });
  expect(await client.importFile(piecesOf(file), PASSPHRASE)).toMatchObject({ events: 0, photos: 1 });
  expect(await client.importFile(piecesOf(file), PASSPHRASE)).toMatchObject({ events: 0, photos: 0 });
  await client.sync.syncNow();
  expect([...server.stored.values()]).toEqual([Uint8Array.of(1, 2, 3)]);
  expect(await client.status.current()).toMatchObject({ waitingPhotos: 0, photosForPerson: 0 });
});
