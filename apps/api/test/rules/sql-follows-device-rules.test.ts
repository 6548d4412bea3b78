/** What PostgreSQL says once more of photos, and of devices' numbers and refused events, is what the domain says. Records are drawn (ADR 59). */
import type { Device } from '@wellpulse/contracts';
import {
  failedAfter,
  isFailedEvent,
  isPhotoOfMaintenance,
  isPhotoOfReading,
  ownerIds,
  photoKey,
  sequenceHoles,
  Workset,
  type PhotoOwner,
} from '@wellpulse/domain';
import { testSeed as seed, times } from '@wellpulse/testing/depth';
import fc from 'fast-check';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeNumbers, listDevices } from '../../src/devices/device.queries.ts';
import { toMaintenance, toProductionRow } from '../../src/write-path/records.ts';
import { saveWorkset } from '../../src/write-path/save-workset.ts';
import { startBareApi } from '../support/harness.ts';
import { DEVICE_IDS, fillWithDrawn, TODAY } from './drawn-records.ts';

const api = await startBareApi();
afterAll(() => api.stop());
const tenant = await api.addTenant();
const { db } = tenant.database;
await fillWithDrawn(tenant);
const services = (await db.selectFrom('equipment_maintenance').selectAll().execute()).map((row) =>
  toMaintenance(row),
);
const readings = (await db.selectFrom('production_data').selectAll().execute()).map((row) =>
  toProductionRow(row),
);

test('a photo changes for devices the entries that name it, and no other', async () => {
  const items = [...new Set(services.map(({ equipmentId }) => equipmentId))].slice(0, 2);
  const wellsRead = [...new Set(readings.map(({ wellId }) => wellId))].slice(0, 2);
  const owners: PhotoOwner[] = [
    ...items.map((id) => ({ kind: 'EQUIPMENT' as const, id })),
    ...wellsRead.map((id) => ({ kind: 'WELL' as const, id })),
  ];
  const logs = services.filter(({ equipmentId }) => items.includes(equipmentId)).slice(0, 6);
  const entries = readings.filter(({ wellId }) => wellsRead.includes(wellId)).slice(0, 6);
  const hash = fc.constantFrom('aa', 'bb', 'cc');
  const named = fc.array(fc.uniqueArray(hash), { minLength: 6, maxLength: 6 });
  const photo = fc.record({ owner: fc.constantFrom(...owners), sha256: hash });
  const ids = new Map<string, string>();
  let sequence = 10_000;
  await fc.assert(
    fc.asyncProperty(fc.array(photo, { maxLength: 4 }), named, async (changed, hashes) => {
      sequence += 1;
      const workset = new Workset();
      for (const { owner, sha256 } of changed) {
        const key = photoKey(owner, sha256);
        const id = ids.get(key) ?? randomUUID();
        ids.set(key, id);
        workset.photos.put(key, { ...A_PHOTO, ...ownerIds(owner), sha256, id });
      }
      const logsNow = logs.map((row, index) => ({
        ...row,
        photoUrls: (hashes[index] ?? []).map((sha256) => `equipment/${row.equipmentId}/${sha256}`),
      }));
      const entriesNow = entries.map((row, index) => ({ ...row, photoHashes: hashes[index] ?? [] }));
      for (const { id, photoUrls } of logsNow)
        await sql`update equipment_maintenance set photo_urls = ${photoUrls}::text[] where id = ${id}`.execute(
          db,
        );
      for (const { id, photoHashes } of entriesNow)
        await sql`update production_data set photo_hashes = ${photoHashes}::text[] where id = ${id}`.execute(
          db,
        );
      await db.transaction().execute((tx) => saveWorkset(tx, workset, sequence));
      const { rows } = await sql<{ id: string }>`
        select id from equipment_maintenance where log_sequence = ${sequence}
        union all select id from production_data where log_sequence = ${sequence}`.execute(db);
      const photos = workset.photos.changed();
      const wanted = [
        ...logsNow.filter((row) => photos.some((changedPhoto) => isPhotoOfMaintenance(row, changedPhoto))),
        ...entriesNow.filter((row) => photos.some((changedPhoto) => isPhotoOfReading(row, changedPhoto))),
      ];
      expect(rows.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
    }),
    { numRuns: times(20, 300), seed },
  );
});

const A_PHOTO = {
  aliasIds: [],
  sizeBytes: 1,
  contentType: 'image/jpeg',
  takenAt: null,
  location: null,
  state: 'STORED',
  width: 1,
  height: 1,
  hasThumbnail: false,
  createdBy: randomUUID(),
  deviceId: null,
  createdAt: `${TODAY}T12:00:00.000Z`,
  updatedAt: `${TODAY}T12:00:00.000Z`,
  version: 1,
} as const;

const NOW = `${TODAY}T12:00:00.000Z`;
const registered = DEVICE_IDS.map((id) => ({
  id,
  name: 'Truck',
  platform: 'IOS' as const,
  user_id: tenant.operator.session.user.id,
  registered_at: NOW,
  version: 1,
}));
await db.insertInto('devices').values(registered).execute();

/** What the query says of the drawn devices, in their order. */
async function told<Name extends keyof Device>(name: Name): Promise<(Device[Name] | undefined)[]> {
  const devices = await listDevices(db, undefined, NOW);
  return DEVICE_IDS.map((id) => devices.find((device) => device.id === id)?.[name]);
}

test('the holes that SQL finds in the numbers of devices are those of the rule', async () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 });
  const ofDevice = fc.record({ settled: numbers, closed: numbers });
  await fc.assert(
    fc.asyncProperty(fc.tuple(ofDevice, ofDevice), async (drawn) => {
      await sql`delete from device_events`.execute(db);
      await sql`delete from device_closed_numbers`.execute(db);
      for (const [index, { settled, closed }] of drawn.entries()) {
        const deviceId = DEVICE_IDS[index] ?? '';
        await sql`
          insert into device_events (event_id, content_hash, device_id, device_sequence, outcome, received_at)
          select gen_random_uuid(), '\\x00', ${deviceId}, number, '{}', now() from unnest(${settled}::bigint[]) as number`.execute(
          db,
        );
        await closeNumbers(db, deviceId, closed);
      }
      expect(await told('holes')).toEqual(
        drawn.map(({ settled, closed }) => sequenceHoles([...new Set([...settled, ...closed])])),
      );
    }),
    { numRuns: times(20, 300), seed },
  );
});

test('the failed events that SQL counts are those of the rule', async () => {
  const [limit, soon] = [Date.parse(failedAfter(NOW)), Date.parse(NOW)];
  const receivedAt = fc
    .constantFrom(limit - 1, limit, limit + 1, soon - 1, soon)
    .map((at) => new Date(at).toISOString());
  /** Null for an event that waited for nobody. */
  const isDone = fc.constantFrom(null, false, true);
  const event = fc.record({ isRefused: fc.boolean(), receivedAt, isDone });
  const events = fc.array(event, { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.tuple(events, events), async (drawn) => {
      await sql`delete from device_events`.execute(db);
      await sql`delete from waiting_entries`.execute(db);
      for (const [index, ofDevice] of drawn.entries()) {
        for (const [number, given] of ofDevice.entries())
          await insertEvent(DEVICE_IDS[index] ?? '', number + 1, given);
      }
      expect(await told('failedEvents')).toEqual(
        drawn.map(
          (ofDevice) =>
            ofDevice.filter((given) => isFailedEvent({ ...given, isDone: given.isDone === true }, NOW))
              .length,
        ),
      );
    }),
    { numRuns: times(20, 300), seed },
  );
});

async function insertEvent(
  deviceId: string,
  number: number,
  given: { readonly isRefused: boolean; readonly receivedAt: string; readonly isDone: boolean | null },
): Promise<void> {
  const id = randomUUID();
  await sql`
    insert into device_events (event_id, content_hash, device_id, device_sequence, outcome, refused, received_at)
    values (${id}, '\\x00', ${deviceId}, ${number}, '{}', ${given.isRefused ? '{}' : null}, ${given.receivedAt})`.execute(
    db,
  );
  if (given.isDone === null) return;
  await sql`
    insert into waiting_entries
      (event_id, kind, device_id, device_sequence, user_id, carrier_id, content_hash, event, received_at, done_at)
    values (${id}, 'AUTHOR_LEFT', ${deviceId}, ${number}, ${randomUUID()}, ${randomUUID()}, '\\x00', '{}',
      ${given.receivedAt}, ${given.isDone ? NOW : null})`.execute(db);
}
