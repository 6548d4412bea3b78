/** Photos that vanish from the storage are shown as missing without anybody running a command. */
import { ContainerClient } from '@azure/storage-blob';
import { startTestBlobs } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { LostPhotoMonitor } from '../../src/photos/lost-photo-monitor.ts';
import { startBareApi } from '../support/harness.ts';
import { PhotoDesk } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';

const blobs = await startTestBlobs({ durable: true });
const api = await startBareApi({ settings: { AZURE_STORAGE_CONNECTION_STRING: blobs.connectionString } });
afterAll(async () => {
  await api.stop();
  await blobs.remove();
});
const container = new ContainerClient(blobs.connectionString, 'wellpulse-photos');
const watch = api.app.get(LostPhotoMonitor);

test('a photo whose bytes are gone becomes missing, and the others stay as they are', async () => {
  const desk = await PhotoDesk.at(await api.addTenant());
  const [lost, kept] = [await desk.store(await aJpeg()), await desk.store(await aJpeg())];
  await container.deleteBlob(lost.blobName);
  await watch.look();
  expect((await desk.get(lost.id)).state).toBe('MISSING');
  expect((await desk.get(kept.id)).state).toBe('STORED');
});

test('of all processes one looks at a tenant within an hour', async () => {
  const desk = await PhotoDesk.at(await api.addTenant());
  const photo = await desk.store(await aJpeg());
  await watch.look();
  await container.deleteBlob(photo.blobName);
  await watch.look();
  expect((await desk.get(photo.id)).state).toBe('STORED');
});

test('while the storage is away nothing is said to be lost, and its turn is not used up', async () => {
  const desk = await PhotoDesk.at(await api.addTenant());
  const photo = await desk.store(await aJpeg());
  await container.deleteBlob(photo.blobName);
  await blobs.kill();
  await watch.look();
  expect((await desk.get(photo.id)).state).toBe('STORED');
  await blobs.restart();
  await watch.look();
  expect((await desk.get(photo.id)).state).toBe('MISSING');
});
