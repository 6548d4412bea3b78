/** Photos after the server was put back, with its photo storage or without: what anybody holds is there again (ADR 76). */
import { ContainerClient } from '@azure/storage-blob';
import { endpoints, type Photo } from '@wellpulse/contracts';
import type { Transport } from '@wellpulse/offline';
import { aWell, startTestBlobs, TestDevice } from '@wellpulse/testing';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { LineageService, presentLineage } from '../../src/lineage/lineage.service.ts';
import { OwnMarks } from '../../src/lineage/own-marks.ts';
import { LostPhotoMonitor } from '../../src/photos/lost-photo-monitor.ts';
import { knownEvents } from '../../src/sync/sync.queries.ts';
import { startBareApi } from '../support/harness.ts';
import { aJpeg } from '../support/pictures.ts';
import { backUp } from '../support/put-back.ts';
import type { TestTenant } from '../support/tenants.ts';
import { aYard, signInAgain, type Truck } from '../support/trucks.ts';

const blobs = await startTestBlobs({ durable: true });
const api = await startBareApi({ settings: { AZURE_STORAGE_CONNECTION_STRING: blobs.connectionString } });
const yard = aYard(api.baseUrl);
afterAll(async () => {
  await api.stop();
  await blobs.remove();
  yard.remove();
});
const container = new ContainerClient(blobs.connectionString, 'wellpulse-photos');

const DAY = '2025-03-01';
let tenant: TestTenant;
let wellId: string;
beforeEach(async () => {
  tenant = await api.addTenant();
  wellId = (await tenant.manager.ask(endpoints.wells.create, { body: aWell() })).id;
});

/** Counts what is put into the storage, and lets nothing through while it is down. */
function aLink() {
  const link = {
    isDown: false,
    puts: 0,
    onPut: async (): Promise<void> => undefined,
    wrap: (real: Transport): Transport => ({
      call: (endpoint, request, options) => real.call(endpoint, request, options),
      put: async (request) => {
        if (link.isDown) return { kind: 'NO_ANSWER' };
        link.puts += 1;
        await link.onPut();
        return real.put(request);
      },
    }),
  };
  return link;
}

/** A reading with one photo, saved on a device. */
async function photographed({ client }: Truck): Promise<{ photoId: string; bytes: Buffer }> {
  const bytes = await aJpeg();
  const photo = await client.photos.keep({ bytes, contentType: 'image/jpeg' });
  const payload = { productionDate: DAY, oilVolume: 40, photos: [photo] };
  const recorded = await client.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: wellId,
    payload,
  });
  if (!recorded.ok) throw new Error(recorded.code);
  return { photoId: photo.photoId, bytes };
}

async function syncTwice({ client }: Truck): Promise<void> {
  await client.sync.syncNow();
  await client.sync.syncNow();
}

async function backToWork(truck: Truck): Promise<void> {
  await signInAgain(tenant.slug, truck, tenant.operator);
  await syncTwice(truck);
  expect(await truck.client.status.current()).toMatchObject({
    ...{ pendingEvents: 0, waitingPhotos: 0, photosForPerson: 0, trouble: null },
  });
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
}

async function atServer(photoId: string): Promise<Photo> {
  const manager = await tenant.manager.again();
  return manager.ask(endpoints.wellPhotos.get, { params: { ownerId: wellId, photoId } });
}

async function bytesAtServer(photoId: string): Promise<Buffer> {
  const { url } = await atServer(photoId);
  return Buffer.from(await (await fetch(url ?? '')).arrayBuffer());
}

async function loseStorage(): Promise<void> {
  for await (const { name } of container.listBlobsFlat({ prefix: `${tenant.slug}/` }))
    await container.deleteBlob(name);
}

/** What `wellpulse restored` does. */
async function sayRestored(): Promise<void> {
  const { database } = tenant;
  const present = await presentLineage(database.db);
  await api.app.get(LineageService).begin(database, present, { cause: 'COMMAND' });
}

test('a photo that database and storage have lost comes again from the device that took it', async () => {
  const truck = await yard.aTruck(tenant.slug, tenant.operator);
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  const { photoId, bytes } = await photographed(truck);
  await syncTwice(truck);
  expect((await atServer(photoId)).state).toBe('STORED');
  await backup.restore();
  await loseStorage();
  await backToWork(truck);
  expect((await atServer(photoId)).state).toBe('STORED');
  expect(await bytesAtServer(photoId)).toEqual(bytes);
});

test('what the storage has is not sent again, though the device holds it or not', async () => {
  const [holding, released] = [aLink(), aLink()];
  const trucks = [
    { link: holding, truck: await yard.aTruck(tenant.slug, tenant.operator, holding.wrap) },
    { link: released, truck: await yard.aTruck(tenant.slug, tenant.operator, released.wrap) },
  ];
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  const ids: string[] = [];
  for (const { truck } of trucks) {
    ids.push((await photographed(truck)).photoId);
    await syncTwice(truck);
  }
  rmSync(trucks[1]?.truck.photos ?? '', { recursive: true });
  await backup.restore();
  for (const { truck, link } of trucks) {
    await backToWork(truck);
    expect(link.puts).toBe(1);
  }
  for (const id of ids) expect((await atServer(id)).state).toBe('STORED');
});

test('a photo that nobody holds any more is missing, and is shown as such', async () => {
  const truck = await yard.aTruck(tenant.slug, tenant.operator);
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  const { photoId } = await photographed(truck);
  await syncTwice(truck);
  rmSync(truck.photos, { recursive: true });
  await backup.restore();
  await loseStorage();
  await backToWork(truck);
  expect(await atServer(photoId)).toMatchObject({ state: 'MISSING', url: null });
  await truck.client.sync.syncNow();
  expect(await truck.client.status.current()).toMatchObject({ waitingPhotos: 0 });
});

test('a device that lost no entry learns of another lineage too, and offers its photos again', async () => {
  const link = aLink();
  const truck = await yard.aTruck(tenant.slug, tenant.operator, link.wrap);
  link.isDown = true;
  const { photoId, bytes } = await photographed(truck);
  await syncTwice(truck);
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  link.isDown = false;
  await truck.client.sync.syncNow();
  expect((await atServer(photoId)).state).toBe('STORED');
  await backup.restore();
  await loseStorage();
  expect((await atServer(photoId)).state).toBe('WAITING');
  await sayRestored();
  await backToWork(truck);
  expect((await atServer(photoId)).state).toBe('STORED');
  expect(await bytesAtServer(photoId)).toEqual(bytes);
});

/** A device whose reading the server has, and whose photo it has not. */
async function withPhotoToSend() {
  const link = aLink();
  const truck = await yard.aTruck(tenant.slug, tenant.operator, link.wrap);
  link.isDown = true;
  const photo = await photographed(truck);
  await syncTwice(truck);
  link.isDown = false;
  return { truck, link, ...photo, backup: await backUp(inject('postgresUrl'), tenant.slug) };
}

test('a restore that lost no more than a photo is found by the device that had sent it', async () => {
  const { truck, photoId, bytes, backup } = await withPhotoToSend();
  await truck.client.sync.syncNow();
  expect((await atServer(photoId)).state).toBe('STORED');
  await backup.restore();
  await loseStorage();
  expect((await atServer(photoId)).state).toBe('WAITING');
  await backToWork(truck);
  expect(await presentLineage(tenant.database.db)).toBe(1);
  expect(await bytesAtServer(photoId)).toEqual(bytes);
});

test('a photo that arrives after a restore takes no proof of the restore from its device', async () => {
  const { truck, link, photoId, backup } = await withPhotoToSend();
  const recorded = await truck.client.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: wellId,
    payload: { productionDate: '2025-03-02', oilVolume: 41 },
  });
  link.onPut = () => backup.restore();
  await truck.client.sync.syncNow();
  link.onPut = async () => undefined;
  expect((await atServer(photoId)).state).toBe('STORED');
  await backToWork(truck);
  expect(await presentLineage(tenant.database.db)).toBe(1);
  const lost = recorded.ok ? [recorded.event.id] : [];
  expect(await knownEvents(tenant.database.db, lost)).toHaveLength(1);
});

test('when an entry is taken again, the server finds its photo in the storage by itself', async () => {
  const phone = await TestDevice.register(tenant.operator, () => api.clock.now());
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  const bytes = await aJpeg();
  const photo = {
    photoId: uuidV7(),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    contentType: 'image/jpeg',
    takenAt: null,
    location: null,
  };
  const event = phone.event({
    aggregateId: wellId,
    payload: { productionDate: DAY, oilVolume: 40, photos: [photo] },
  });
  const sent = { eventId: event.id, photoId: photo.photoId, base64Data: bytes.toString('base64') };
  await phone.sync([event], { photos: [{ ...sent, contentType: photo.contentType, filename: 'a.jpg' }] });
  expect((await atServer(photo.photoId)).state).toBe('STORED');
  await backup.restore();
  await sayRestored();
  await phone.signIn(tenant.operator);
  await phone.sync([event]);
  expect((await atServer(photo.photoId)).state).toBe('STORED');
});

test.each([
  { what: 'storage was emptied, with the own mark of the server', part: OwnMarks },
  { what: 'bytes are gone without any restore', part: LostPhotoMonitor },
])('a photo whose $what comes again from its device, and nobody signs in for that', async ({ part }) => {
  const truck = await yard.aTruck(tenant.slug, tenant.operator);
  await api.app.get(OwnMarks).look();
  const { photoId, bytes } = await photographed(truck);
  await syncTwice(truck);
  await loseStorage();
  await container.deleteBlob(`_log-marks/${tenant.database.tenantId}.json`);
  await api.app.get<OwnMarks | LostPhotoMonitor>(part).look();
  expect((await atServer(photoId)).state).toBe('MISSING');
  await syncTwice(truck);
  expect(await bytesAtServer(photoId)).toEqual(bytes);
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
});
