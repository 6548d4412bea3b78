/** A photo storage that was put back, or emptied, under a log that goes on: what it has lost is found at once, and comes again. */
import { endpoints } from '@wellpulse/contracts';
import { aWell, startTestBlobs } from '@wellpulse/testing';
import { ContainerClient } from '@azure/storage-blob';
import { sql } from 'kysely';
import { afterAll, expect, inject, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { Catalog } from '../../src/catalog/catalog.ts';
import { LOGGER } from '../../src/config/logger.ts';
import { LineageService } from '../../src/lineage/lineage.service.ts';
import { OwnMarks } from '../../src/lineage/own-marks.ts';
import { BlobStorage } from '../../src/photos/blob-storage.ts';
import { LostPhotoMonitor } from '../../src/photos/lost-photo-monitor.ts';
import { TenantDatabases } from '../../src/tenant-databases/tenant-databases.ts';
import { startBareApi } from '../support/harness.ts';
import { PhotoDesk } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';
import { backUp } from '../support/put-back.ts';
import type { TestTenant } from '../support/tenants.ts';

const blobs = await startTestBlobs({ durable: true });
const api = await startBareApi({ settings: { AZURE_STORAGE_CONNECTION_STRING: blobs.connectionString } });
afterAll(async () => {
  await api.stop();
  await blobs.remove();
});
const container = new ContainerClient(blobs.connectionString, 'wellpulse-photos');
const running = api.app.get(OwnMarks);
/** As another process would, or this one after a start. */
const started = () =>
  new OwnMarks(
    api.app.get(LineageService),
    api.app.get(BlobStorage),
    api.app.get(Catalog),
    api.app.get(TenantDatabases),
    api.app.get(LostPhotoMonitor),
    api.app.get(LOGGER),
  );

const lineagesOf = ({ database: { db } }: TestTenant) =>
  db.selectFrom('lineages').select(['id', 'cause']).orderBy('id').execute();
const work = ({ manager }: TestTenant) => manager.ask(endpoints.wells.create, { body: aWell() });

/** All blobs of a tenant, with the mark of its log. */
async function namesOf({ slug, database: { tenantId } }: TestTenant): Promise<string[]> {
  const names = [`_log-marks/${tenantId}.json`];
  for await (const { name } of container.listBlobsFlat({ prefix: `${slug}/` })) names.push(name);
  return names;
}

async function backUpStorage(tenant: TestTenant): Promise<{ restore: () => Promise<void> }> {
  const kept = new Map<string, Buffer>();
  for (const name of await namesOf(tenant))
    kept.set(name, await container.getBlobClient(name).downloadToBuffer());
  return {
    restore: async () => {
      for (const name of await namesOf(tenant)) {
        const bytes = kept.get(name);
        if (bytes === undefined) await container.deleteBlob(name);
        else if (name.startsWith('_')) await container.getBlockBlobClient(name).upload(bytes, bytes.length);
      }
    },
  };
}

/** One photo from before the storage was put back, and one that it has lost. */
async function putBack(tenant: TestTenant) {
  const desk = await PhotoDesk.at(tenant);
  const kept = await desk.store(await aJpeg());
  await running.look();
  const backup = await backUpStorage(tenant);
  const lost = await desk.store(await aJpeg());
  await running.look();
  await backup.restore();
  const states = async () => [(await desk.get(kept.id)).state, (await desk.get(lost.id)).state];
  return { states, lost };
}

test('a start finds it: the lost photo is missing, and devices offer theirs again', async () => {
  const tenant = await api.addTenant();
  const { states } = await putBack(tenant);
  await started().look();
  expect(await states()).toEqual(['STORED', 'MISSING']);
  expect(await lineagesOf(tenant)).toEqual([{ id: 1, cause: 'STORAGE' }]);
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
  // The next start finds nothing more.
  await started().look();
  await work(tenant);
  await running.look();
  expect(await lineagesOf(tenant)).toHaveLength(1);
});

test.each([
  { what: 'while it works', entries: 1 },
  { what: 'while its log rests', entries: 0 },
])('a program that goes on finds it $what', async ({ entries }) => {
  const tenant = await api.addTenant();
  const { states } = await putBack(tenant);
  for (let entry = 0; entry < entries; entry += 1) await work(tenant);
  await running.look();
  expect(await states()).toEqual(['STORED', 'MISSING']);
  expect(await lineagesOf(tenant)).toEqual([{ id: 1, cause: 'STORAGE' }]);
});

test.each([
  { what: 'in the minute in which the storage is put back', other: 0 },
  { what: 'of which another process has said in the mark that is lost', other: 1 },
])('a photo is found too $what: then the mark is as it was', async ({ other }) => {
  const tenant = await api.addTenant();
  const desk = await PhotoDesk.at(tenant);
  const kept = await desk.store(await aJpeg());
  await running.look();
  const backup = await backUpStorage(tenant);
  const lost = await desk.store(await aJpeg());
  for (const process of Array.from({ length: other }, started)) await process.look();
  await backup.restore();
  await running.look();
  expect([(await desk.get(kept.id)).state, (await desk.get(lost.id)).state]).toEqual(['STORED', 'MISSING']);
  expect(await lineagesOf(tenant)).toEqual([{ id: 1, cause: 'STORAGE' }]);
});

test('a storage from before the present lineage is found too, though its mark is of a log that is no more', async () => {
  const tenant = await api.addTenant();
  const desk = await PhotoDesk.at(tenant);
  const database = await backUp(inject('postgresUrl'), tenant.slug);
  await work(tenant);
  await running.look();
  const storage = await backUpStorage(tenant);
  await database.restore();
  await running.look();
  const lost = await desk.store(await aJpeg());
  await running.look();
  await storage.restore();
  await started().look();
  expect((await desk.get(lost.id)).state).toBe('MISSING');
  expect(await lineagesOf(tenant)).toEqual([
    { id: 1, cause: 'STORAGE' },
    { id: 2, cause: 'STORAGE' },
  ]);
});

test('however many it has lost, each is missing: its own mark says that the storage is the right one', async () => {
  const tenant = await api.addTenant();
  const { lost } = await putBack(tenant);
  await copyRow(tenant, lost.id, 101);
  await started().look();
  const states = await tenant.database.db.selectFrom('photos').select('state').execute();
  expect(states.filter(({ state }) => state === 'MISSING')).toHaveLength(102);
});

test('an empty storage may be the wrong one: of many photos none is marked, but devices offer theirs again', async () => {
  const tenant = await api.addTenant();
  const { lost } = await putBack(tenant);
  await copyRow(tenant, lost.id, 101);
  for (const name of await namesOf(tenant)) await container.deleteBlob(name);
  await started().look();
  const states = await tenant.database.db.selectFrom('photos').select('state').execute();
  expect(states.every(({ state }) => state === 'STORED')).toBe(true);
  expect(await lineagesOf(tenant)).toEqual([{ id: 1, cause: 'STORAGE' }]);
});

test('a mark that is only late, or none at all, begins nothing while all photos are there', async () => {
  const tenant = await api.addTenant();
  const desk = await PhotoDesk.at(tenant);
  await running.look();
  await desk.store(await aJpeg());
  await started().look();
  await container.deleteBlob(`_log-marks/${tenant.database.tenantId}.json`);
  await started().look();
  expect(await lineagesOf(tenant)).toEqual([]);
});

test('a storage that goes away meanwhile is looked at once it is back', async () => {
  const tenant = await api.addTenant();
  const { states } = await putBack(tenant);
  await blobs.kill();
  const marks = started();
  expect(await marks.look()).toBe(false);
  await blobs.restart();
  await marks.look();
  expect(await states()).toEqual(['STORED', 'MISSING']);
});

/** The same photo with other contents, which lie nowhere. */
const copyRow = ({ database: { db } }: TestTenant, photoId: string, count: number) =>
  sql`
    insert into photos
    select (jsonb_populate_record(p, jsonb_build_object(
      'id', gen_random_uuid(), 'sha256', encode(sha256(n::text::bytea), 'hex')))).*
    from photos p, generate_series(1, ${count}::int) n where p.id = ${photoId}`.execute(db);
