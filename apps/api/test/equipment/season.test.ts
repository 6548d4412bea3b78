/** A season: many items tracked across wells, and half as many maintenance logs with photos. */
import { endpoints } from '@wellpulse/contracts';
import { times } from '@wellpulse/testing/depth';
import { anItem, aLog, aWell } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { bytesAt, PhotoDesk } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';

const { wells, equipment, maintenance } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo } = api;

const WELLS = 5;
const ITEMS = times(30, 100);
const LOGS = ITEMS / 2;

test('many items, and logs with photos, are kept, found and shown to their tenant alone', async () => {
  const wellIds = await Promise.all(
    Array.from({ length: WELLS }, async () => (await acme.manager.ask(wells.create, { body: aWell() })).id),
  );
  const items = await Promise.all(
    Array.from({ length: ITEMS }, (_, index) =>
      acme.operator.ask(equipment.create, {
        params: { wellId: wellIds[index % WELLS] ?? '' },
        body: anItem({ serviceIntervalDays: 90 }),
      }),
    ),
  );
  for (const { id: equipmentId } of items.slice(0, LOGS)) {
    const desk = new PhotoDesk(acme.operator, equipmentId);
    const photos = [await desk.store(await aJpeg()), await desk.store(await aJpeg())];
    await acme.operator.ask(maintenance.log, {
      params: { equipmentId },
      body: aLog({
        maintenanceDate: '2025-03-10',
        equipmentStatus: 'MAINTENANCE',
        cost: 100.25,
        photoUrls: photos.map(({ blobName }) => blobName),
      }),
    });
  }

  const all = await acme.viewer.ask(equipment.list, { query: { limit: '1000' } });
  expect(all).toMatchObject({ total: ITEMS, nextCursor: null });
  const inService = await acme.viewer.ask(equipment.list, { query: { status: 'MAINTENANCE' } });
  expect(inService.total).toBe(LOGS);
  expect(new Set(inService.items.map((item) => item.nextMaintenanceDate))).toEqual(new Set(['2025-06-08']));
  const logs = await acme.viewer.ask(maintenance.list, { query: { limit: '1000' } });
  expect(logs.total).toBe(LOGS);
  expect(logs.items.flatMap(({ photos }) => photos.map(({ state }) => state))).toEqual(
    Array.from({ length: 2 * LOGS }, () => 'STORED'),
  );
  expect((await bytesAt(logs.items[0]?.photos[0]?.thumbnailUrl ?? null)).length).toBeGreaterThan(0);
  const costs = await acme.viewer.ask(maintenance.costs, { query: { by: 'well' } });
  expect(costs).toMatchObject({ entries: LOGS, cost: LOGS * 100.25 });
  expect((await bravo.viewer.ask(equipment.list, { query: {} })).total).toBe(0);
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});
