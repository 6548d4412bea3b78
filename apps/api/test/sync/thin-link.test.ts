/**
 * Devices on poor links: the real offline client on a real SQLite file, the real API and the real photo storage. Between them stands
 * a proxy that lets little pass, cuts answers, and resets what it does not like.
 */
import { endpoints } from '@wellpulse/contracts';
import { addDays, RECENT_DAYS } from '@wellpulse/domain';
import { openThinLink, type ThinLink, type ThinLinkOptions } from '@wellpulse/embedded/thin-link';
import { MemoryPersonKeys, OfflineClient } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import { nodeClock, nodePhotoFiles, openNodeSqlite } from '@wellpulse/offline/node';
import { anItem, aWell, TEST_PASSWORD } from '@wellpulse/testing';
import { isDeep } from '@wellpulse/testing/depth';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, expect, inject, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';
import { importCsv } from '../support/import-csv.ts';
import { aJpeg } from '../support/pictures.ts';
import type { TestTenant } from '../support/tenants.ts';

const api = await startBareApi();
const folder = mkdtempSync(join(tmpdir(), 'wellpulse-thin-'));
const storageUrl = new URL(/BlobEndpoint=([^;]+)/.exec(inject('blobConnectionString'))?.[1] ?? '').origin;
const links: ThinLink[] = [];
const clients: OfflineClient[] = [];
afterAll(async () => {
  for (const client of clients) await client.close();
  for (const link of links) await link.close();
  await api.stop();
  rmSync(folder, { recursive: true });
});

/** A fast link, if nothing else is said. */
async function aLink(given: Partial<ThinLinkOptions>, target = api.baseUrl): Promise<ThinLink> {
  const link = await openThinLink({ target, bytesPerSecond: 50_000_000, ...given });
  links.push(link);
  return link;
}

/** A device of the operator. Photos go to `storage` where a link stands in front of that. */
async function aPhone(tenant: TestTenant, link: ThinLink, storage?: ThinLink): Promise<OfflineClient> {
  const name = `phone-${clients.length}`;
  const withStorage: typeof fetch = (input, init) => {
    if (storage === undefined || typeof input !== 'string' || input.startsWith(link.url))
      return fetch(input, init);
    const { host } = new URL(storage.url);
    return fetch(Object.assign(new URL(input), { host }), init);
  };
  const client = await OfflineClient.open({
    driver: await openNodeSqlite(join(folder, `${name}.db`)),
    transport: fetchTransport(link.url, withStorage),
    files: nodePhotoFiles(join(folder, name)),
    clock: nodeClock,
    keys: new MemoryPersonKeys(),
  });
  clients.push(client);
  const { email } = tenant.operator.session.user;
  const person = { tenant: tenant.slug, email, password: TEST_PASSWORD };
  await client.sessions.register({ ...person, deviceName: name, platform: 'ANDROID' });
  return client;
}

/** Numbers in [0, 1), the same in each run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** The tenant of the protocol's promise; usually a quarter of it, over a link that is four times as wide. */
const SCALE = isDeep ? 1 : 4;
const WELLS = 300 / SCALE;
const OWN_WELLS = 40 / SCALE;
const DAYS = isDeep ? 120 : 30;
const USABLE_MS = 45_000 / SCALE;

test.each(isDeep ? [2048, 6144] : [2048])(
  'at %d bytes a second an operator works soon with their own wells and the last days of them',
  async (bytesPerSecond) => {
    const tenant = await api.addTenant();
    const today = api.clock.now().slice(0, 10);
    const operatorIds = [tenant.operator.session.user.id];
    const own: string[] = [];
    const rows: string[] = [];
    for (let index = 0; index < WELLS; index += 1) {
      const isOwn = index < OWN_WELLS;
      const body = aWell({ route: `Route ${index % 8}`, operatorIds: isOwn ? operatorIds : [] });
      const { id, apiNumber } = await tenant.manager.ask(endpoints.wells.create, { body });
      if (isOwn) own.push(id);
      for (let day = 1; day <= DAYS; day += 1)
        rows.push(`${apiNumber},${addDays(today, -day)},${(index * 7 + day * 3) % 90}.25`);
    }
    await importCsv(tenant.manager, `well,day,oil\n${rows.join('\n')}\n`, {
      well: { column: 'well', by: 'API_NUMBER' },
      date: { column: 'day', format: 'yyyy-MM-dd' },
      oil: { column: 'oil', unit: 'BBL' },
    });
    const link = await aLink({
      bytesPerSecond: bytesPerSecond * SCALE,
      latencyMs: 150 / SCALE,
      cuts: 0.05,
      random: sequence(7),
    });
    const phone = await aPhone(tenant, link);
    const from = addDays(today, 1 - RECENT_DAYS);
    const isUsable = async (): Promise<boolean> => {
      for (const wellId of own) {
        if ((await phone.records.well(wellId)) === undefined) return false;
        const readings = await phone.records.production(wellId, { from, to: today }).all();
        // The file of readings ends yesterday.
        if (readings.length < RECENT_DAYS - 1) return false;
      }
      return true;
    };
    const startedAt = performance.now();
    phone.sync.start();
    await expect.poll(isUsable, { timeout: 4 * USABLE_MS, interval: 50 }).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(USABLE_MS);
    await phone.sync.stop();
  },
);

/** What somebody wrote into a request, packed or not; as far as it has come. */
function textOf(request: Buffer): string {
  const end = request.indexOf('\r\n\r\n');
  const body = end < 0 ? Buffer.alloc(0) : request.subarray(end + 4);
  if (
    !request.subarray(0, Math.max(0, end)).toString('latin1').toLowerCase().includes('content-encoding: gzip')
  )
    return request.toString('latin1');
  try {
    return gunzipSync(body).toString('latin1');
  } catch {
    // More of it is to come.
    return '';
  }
}

test('a note on which a filter resets the connection waits alone, and five entries behind it arrive', async () => {
  const tenant = await api.addTenant();
  const { id: wellId } = await tenant.manager.ask(endpoints.wells.create, { body: aWell() });
  const link = await aLink({ swallows: (request) => textOf(request).includes('casing-leak') });
  const phone = await aPhone(tenant, link);
  await phone.sync.syncNow();
  for (let day = 1; day <= 6; day += 1) {
    const payload = {
      productionDate: `2025-03-0${day}`,
      oilVolume: 40,
      notes: day === 1 ? 'A casing-leak, I think' : 'Fine',
    };
    const recorded = await phone.record({ eventType: 'PRODUCTION_CREATED', aggregateId: wellId, payload });
    expect(recorded.ok).toBe(true);
  }
  await phone.sync.syncNow();
  const { items } = await tenant.manager.ask(endpoints.production.list, { params: { wellId }, query: {} });
  expect(items.map(({ productionDate }) => productionDate).sort()).toEqual(
    [2, 3, 4, 5, 6].map((day) => `2025-03-0${day}`),
  );
  expect(link.passed.swallowed).toBeGreaterThan(1);
  expect(await phone.pendingList().all()).toMatchObject([
    { content: { day: '2025-03-01' }, problem: { code: 'ENTRY_SWALLOWED' } },
  ]);
  expect(await phone.status.current()).toMatchObject({ isOnline: true, pendingEvents: 1 });
});

test('a photo of 1.5 MB that the link always cuts waits alone, and three small ones are stored', async () => {
  const tenant = await api.addTenant();
  const { id: wellId } = await tenant.manager.ask(endpoints.wells.create, { body: aWell() });
  const { id: equipmentId } = await tenant.manager.ask(endpoints.equipment.create, {
    params: { wellId },
    body: anItem(),
  });
  const link = await aLink({});
  const large = await aJpeg({ width: 1600, height: 1200 });
  expect(large.length).toBeGreaterThan(1_200_000);
  const storage = await aLink({ swallows: ({ length }) => length > 1_000_000 }, storageUrl);
  const phone = await aPhone(tenant, link, storage);
  await phone.sync.syncNow();
  const photos = [];
  for (const bytes of [large, await aJpeg(), await aJpeg(), await aJpeg()])
    photos.push(await phone.photos.keep({ bytes, contentType: 'image/jpeg' }));
  const recorded = await phone.record({
    eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
    aggregateId: equipmentId,
    payload: {
      maintenanceId: uuidV7(),
      maintenanceDate: '2025-03-10',
      maintenanceType: 'REPAIR',
      description: 'Replaced the belt',
      photos,
    },
  });
  expect(recorded).toMatchObject({ ok: true });
  await phone.sync.syncNow();
  const { items } = await tenant.manager.ask(endpoints.photos.list, { params: { ownerId: equipmentId } });
  const stored = items.filter(({ state }) => state === 'STORED').map(({ id }) => id);
  expect(stored.sort()).toEqual(
    photos
      .slice(1)
      .map(({ photoId }) => photoId)
      .sort(),
  );
  expect(storage.passed.swallowed).toBeGreaterThan(0);
  expect(await phone.status.current()).toMatchObject({ isOnline: true, pendingEvents: 0, waitingPhotos: 1 });
});
