/** Photos and storage compared: what went wrong between them is found, told and repaired. */
import { ContainerClient } from '@azure/storage-blob';
import { runInProcess } from '@wellpulse/testing';
import { afterAll, afterEach, beforeEach, expect, inject, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { runWellpulse } from '../../src/cli-program.ts';
import { BlobStorage } from '../../src/photos/blob-storage.ts';
import { PhotoRepair } from '../../src/photos/photo-repair.ts';
import { sweepPhotos } from '../../src/photos/photo-sweep.ts';
import { startBareApi } from '../support/harness.ts';
import { announcementOf, bytesAt, PhotoDesk, putBytes, sha256Of } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';
import type { TestTenant } from '../support/tenants.ts';

const api = await startBareApi();
afterAll(() => api.stop());
afterEach(() => api.clock.run());
const container = new ContainerClient(inject('blobConnectionString'), 'wellpulse-photos');

let tenant: TestTenant;
let desk: PhotoDesk;
beforeEach(async () => {
  tenant = await api.addTenant();
  desk = await PhotoDesk.at(tenant);
});

const place = () => ({ tenant: tenant.entry, database: tenant.database });
const sweep = async (): Promise<string[]> =>
  (await sweepPhotos(api.app.get(BlobStorage), place())).map(({ kind, name }) => `${kind} ${name}`);

/** Repairs all that is found; what was done, by what it was done to. */
async function repair(): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  for (const finding of await sweepPhotos(api.app.get(BlobStorage), place())) {
    outcomes[`${finding.kind} ${finding.name}`] = await api.app.get(PhotoRepair).repair(place(), finding);
  }
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
  return outcomes;
}

const twoDaysLater = () => api.clock.stopAt(new Date(Date.now() + 2 * 86_400_000).toISOString());
const remove = (name: string) => container.deleteBlob(name);
const blobNames = async (): Promise<string[]> => {
  const names: string[] = [];
  for await (const { name } of container.listBlobsFlat({ prefix: `${tenant.slug}/` })) names.push(name);
  return names;
};
const upload = async (name: string, bytes: Buffer): Promise<void> => {
  await container.getBlockBlobClient(name).upload(bytes, bytes.length);
};

test('where all is in order nothing is found, and nothing is changed', async () => {
  await desk.store(await aJpeg());
  expect(await sweep()).toEqual([]);
  twoDaysLater();
  expect(await repair()).toEqual({});
});

test('a stored photo whose bytes are gone becomes missing, and can be sent again', async () => {
  const bytes = await aJpeg();
  const photo = await desk.store(bytes);
  await remove(photo.blobName);
  expect(await repair()).toEqual({ [`LOST ${photo.blobName}`]: 'marked as missing' });
  expect(await desk.get(photo.id)).toMatchObject({ state: 'MISSING', url: null, thumbnailUrl: null });
  expect(await sweep()).toEqual([`MISSING ${photo.blobName}`]);
  const again = await desk.store(bytes);
  expect(again).toMatchObject({ id: photo.id, state: 'STORED' });
  expect(await bytesAt(again.url)).toEqual(bytes);
});

test('a stored photo whose bytes are gone is asked for again when somebody announces it', async () => {
  const bytes = await aJpeg();
  const photo = await desk.store(bytes);
  await remove(photo.blobName);
  const said = announcementOf(bytes);
  const ticket = await desk.announce(said);
  expect((await desk.get(photo.id)).state).toBe('MISSING');
  await putBytes(ticket, bytes);
  const again = await desk.confirm(said.photoId);
  expect(again).toMatchObject({ id: photo.id, state: 'STORED' });
  expect(await bytesAt(again.url)).toEqual(bytes);
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
});

test('a stored photo whose bytes are gone is stored anew when it is sent in one request', async () => {
  const bytes = await aJpeg();
  const photo = await desk.store(bytes);
  await remove(photo.blobName);
  expect(await (await desk.send(bytes)).json()).toMatchObject({ id: photo.id, state: 'STORED' });
  expect(await bytesAt((await desk.get(photo.id)).url)).toEqual(bytes);
  expect(await sweep()).toEqual([]);
});

test('missing bytes that are back, as from a backup, make the photo stored again', async () => {
  const bytes = await aJpeg();
  const { id, blobName } = await desk.store(bytes);
  await remove(blobName);
  await repair();
  await container.getBlockBlobClient(blobName).upload(bytes, bytes.length, {
    blobHTTPHeaders: { blobContentType: 'image/jpeg' },
  });
  expect(await repair()).toEqual({ [`UNCONFIRMED ${blobName}`]: 'stored' });
  expect((await desk.get(id)).state).toBe('STORED');
});

test('bytes that were put and never confirmed are taken in as if they had been', async () => {
  const said = await desk.put(await aJpeg());
  const { blobName } = await desk.get(said.photoId);
  expect(await repair()).toEqual({ [`UNCONFIRMED ${blobName}`]: 'stored' });
  const photo = await desk.get(said.photoId);
  expect(photo).toMatchObject({
    state: 'STORED',
    hasThumbnail: true,
    createdBy: desk.caller.session.user.id,
  });
  expect(await sweep()).toEqual([]);
});

test('bytes that are not what was announced are refused by it too', async () => {
  const said = { ...announcementOf(await aJpeg()), sizeBytes: 5 };
  await desk.put(Buffer.from('<svg>'), said);
  const { blobName } = await desk.get(said.photoId);
  const reason = 'refused: The bytes have another SHA-256 than was announced';
  expect(await repair()).toEqual({ [`UNCONFIRMED ${blobName}`]: reason });
  expect(await sweep()).toEqual([`WAITING ${blobName}`]);
});

test('a photo that never arrived is told, and left to arrive', async () => {
  const said = announcementOf(await aJpeg());
  const { blobName } = await desk.announce(said);
  twoDaysLater();
  expect(await repair()).toEqual({ [`WAITING ${blobName}`]: 'left as it is' });
});

test('a thumbnail that is gone is made again', async () => {
  const photo = await desk.store(await aJpeg());
  await remove(`${photo.blobName}.thumb.webp`);
  expect(await repair()).toEqual({ [`NO_THUMBNAIL ${photo.blobName}`]: 'stored' });
  expect(await bytesAt((await desk.get(photo.id)).thumbnailUrl)).not.toHaveLength(0);
});

test('what belongs to no photo is deleted after a day, and nothing else ever is', async () => {
  const bytes = await aJpeg();
  const said = announcementOf(bytes);
  const ticket = await desk.announce(said);
  await putBytes(ticket, bytes);
  const photo = await desk.confirm(said.photoId);
  await putBytes(ticket, bytes);
  const strange = Buffer.from('strange');
  const leftover = `${tenant.slug}/uploads/equipment/${desk.ownerId}/${photo.sha256}`;
  const unknown = [
    `${tenant.slug}/equipment/${desk.ownerId}/${sha256Of(strange)}`,
    `${tenant.slug}/notes.txt`,
  ];
  for (const name of unknown) await upload(name, strange);
  const waiting = await desk.put(await aJpeg());
  const waitingName = (await desk.get(waiting.photoId)).blobName;

  expect(await repair()).toEqual({
    [`UNCONFIRMED ${waitingName}`]: 'stored',
    [`LEFTOVER ${leftover}`]: 'too young to delete',
    [`UNKNOWN ${unknown[0] ?? ''}`]: 'too young to delete',
    [`UNKNOWN ${unknown[1] ?? ''}`]: 'too young to delete',
  });
  twoDaysLater();
  expect(await repair()).toEqual({
    [`LEFTOVER ${leftover}`]: 'deleted',
    [`UNKNOWN ${unknown[0] ?? ''}`]: 'deleted',
    [`UNKNOWN ${unknown[1] ?? ''}`]: 'deleted',
  });
  expect((await blobNames()).toSorted()).toEqual(
    [photo.blobName, waitingName].flatMap((name) => [name, `${name}.thumb.webp`]).toSorted(),
  );
});

test('another tenant’s photos are never looked at', async () => {
  const other = await api.addTenant();
  const theirs = await (await PhotoDesk.at(other)).store(await aJpeg());
  await remove(theirs.blobName);
  expect(await sweep()).toEqual([]);
});

test('the command tells counts and names, is heard when something is lost, and repairs', async () => {
  const photo = await desk.store(await aJpeg());
  await remove(photo.blobName);
  const tool = (args: readonly string[], environment: NodeJS.Dict<string> = api.environment) =>
    runInProcess(() => runWellpulse(['photos', 'sweep', ...args]), environment);
  const { slug } = tenant;
  expect(await tool(['--tenant', slug])).toEqual({
    code: 1,
    output: `${slug}: 1 LOST (stored, but its bytes are gone)\n  LOST ${photo.blobName}\n`,
    errors: '',
  });
  expect((await desk.get(photo.id)).state).toBe('STORED');
  const repaired = await tool(['--repair']);
  expect(repaired).toMatchObject({ code: 0, errors: '' });
  expect(repaired.output).toContain(`  LOST ${photo.blobName}: marked as missing\n`);
  expect(await tool(['--tenant', 'nobody'])).toMatchObject({
    code: 1,
    errors: 'There is no tenant "nobody"\n',
  });
  const nowhere = { ...api.environment, AZURE_STORAGE_CONNECTION_STRING: undefined };
  expect(await tool([], nowhere)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('There is no photo storage here. Start WellPulse'),
  });
});
