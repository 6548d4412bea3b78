/** The server's own mark of its log, kept where a restore of the database does not reach. */
import { endpoints } from '@wellpulse/contracts';
import { anEntry, aWell, startTestBlobs, TestDevice } from '@wellpulse/testing';
import { ContainerClient, type BlobClient } from '@azure/storage-blob';
import { afterAll, expect, inject, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { OwnMarks } from '../../src/lineage/own-marks.ts';
import { startBareApi } from '../support/harness.ts';
import { backUp } from '../support/put-back.ts';
import type { TestTenant } from '../support/tenants.ts';

const blobs = await startTestBlobs({ durable: true });
const api = await startBareApi({ settings: { AZURE_STORAGE_CONNECTION_STRING: blobs.connectionString } });
afterAll(async () => {
  await api.stop();
  await blobs.remove();
});
const marks = api.app.get(OwnMarks);
const tenant = await api.addTenant();
const other = await api.addTenant();

const work = async ({ manager }: TestTenant): Promise<void> => {
  const { id: wellId } = await manager.ask(endpoints.wells.create, { body: aWell() });
  await manager.ask(endpoints.production.create, { params: { wellId }, body: anEntry() });
};
const lineagesOf = ({ database: { db } }: TestTenant) =>
  db.selectFrom('lineages').select(['id', 'cause']).orderBy('id').execute();

test('a log that was put back is found by the mark, before any device has come, and only that tenant is', async () => {
  await marks.look();
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  await work(tenant);
  await marks.look();
  expect(await lineagesOf(tenant)).toEqual([]);
  await backup.restore();
  await marks.look();
  await marks.look();
  expect(await lineagesOf(tenant)).toEqual([{ id: 1, cause: 'STORAGE' }]);
  expect(await lineagesOf(other)).toEqual([]);
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
});

test('a restore to before the present lineage gives its number to no other', async () => {
  const backup = await backUp(inject('postgresUrl'), other.slug);
  await work(other);
  await marks.look();
  await backup.restore();
  await marks.look();
  await backup.restore();
  await marks.look();
  expect(await lineagesOf(other)).toEqual([{ id: 2, cause: 'STORAGE' }]);
});

test('what a device has noticed first is no second restore', async () => {
  const third = await api.addTenant();
  const phone = await TestDevice.register(third.operator, () => api.clock.now());
  const backup = await backUp(inject('postgresUrl'), third.slug);
  await work(third);
  await marks.look();
  const seen = await phone.owner.fetch('/sync/changes');
  await backup.restore();
  const headers = { 'WellPulse-Log': seen.headers.get('wellpulse-log') ?? '' };
  expect((await phone.owner.fetch('/sync/changes', { headers })).status).toBe(410);
  await marks.look();
  const lineages = third.database.db.selectFrom('lineages').select(['id', 'cause', 'device_id', 'user_id']);
  expect(await lineages.execute()).toEqual([
    { id: 1, cause: 'DEVICE', device_id: phone.id, user_id: phone.owner.session.user.id },
  ]);
});

const markIn = async (blob: BlobClient) =>
  JSON.parse((await blob.downloadToBuffer()).toString()) as { lineage: number; sequence: number };

test('a mark that is none gives way to one, and a storage that is away harms nothing', async () => {
  const fourth = await api.addTenant();
  const blob = new ContainerClient(blobs.connectionString, 'wellpulse-photos').getBlockBlobClient(
    `_log-marks/${fourth.database.tenantId}.json`,
  );
  await blob.upload('{', 1);
  await marks.look();
  const kept = await markIn(blob);
  expect(kept).toMatchObject({ lineage: 0, sequence: expect.any(Number) });
  await blobs.kill();
  await work(fourth);
  expect(await marks.look()).toBe(false);
  await blobs.restart();
  expect(await marks.look()).toBe(true);
  expect((await markIn(blob)).sequence).toBeGreaterThan(kept.sequence);
  expect(await lineagesOf(fourth)).toEqual([]);
});
