/** What people see of syncing: conflicts and their history, devices, photos inside a batch. */
import { endpoints } from '@wellpulse/contracts';
import { anItem, TestDevice } from '@wellpulse/testing';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { sha256Of } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';
import { syncDesk } from '../support/sync-desk.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, clock } = api;
const { now, aWellId, aPhone, record, entry } = syncDesk(api);

test('a conflict is answered with both sides, seen in the dashboard, and undone', async () => {
  const wellId = await aWellId();
  const [phone, laptop] = [
    await aPhone(),
    await TestDevice.register(acme.manager, now, { platform: 'ELECTRON' }),
  ];
  await phone.sync([phone.event(entry(wellId, 40))]);
  clock.stopAt(new Date(Date.parse(now()) + 60_000).toISOString());
  const event = laptop.event(entry(wellId, 45));
  const answer = await laptop.sync([event]);
  expect(answer).toMatchObject({
    synced: [],
    failed: [],
    conflicts: [
      {
        eventId: event.id,
        resolution: 'OVERWRITE',
        existingData: { oilVolume: 40 },
        incomingData: { oilVolume: 45 },
      },
    ],
  });
  expect((await laptop.sync([event])).conflicts).toEqual(answer.conflicts);
  const { items } = await acme.viewer.ask(endpoints.conflicts.list, { query: { wellId } });
  expect(items).toMatchObject([
    {
      outcome: 'OVERWRITE',
      existing: { deviceId: phone.id, userName: acme.operator.session.user.name },
      incoming: { deviceId: laptop.id, deviceName: 'Phone of the tests' },
      current: { oilVolume: 45 },
    },
  ]);
  const conflictId = items[0]?.id ?? '';
  await acme.manager.ask(endpoints.conflicts.undo, { params: { conflictId } });
  expect(await record(wellId)).toMatchObject({ value: { oilVolume: 40, version: 3 } });
  const id = items[0]?.recordId ?? '';
  const history = await acme.viewer.ask(endpoints.production.history, { params: { wellId, id } });
  expect(history.items.map(({ eventType, changes }) => [eventType, changes])).toEqual([
    ['PRODUCTION_CREATED', [{ field: 'oilVolume', from: null, to: 40 }]],
    ['PRODUCTION_CREATED', [{ field: 'oilVolume', from: 40, to: 45 }]],
    ['CONFLICT_UNDONE', [{ field: 'oilVolume', from: 45, to: 40 }]],
  ]);
  const again = await acme.manager.refusal(endpoints.conflicts.undo, { params: { conflictId } });
  expect(again).toMatchObject({ status: 409, code: 'CONFLICT_NOT_UNDOABLE' });
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  clock.run();
});

test('the devices show what is missing, what failed and how their clocks stand', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  clock.stopAt(now());
  phone.sequence = 2;
  await phone.sync([phone.event(entry(wellId, 40))], {
    sentAt: new Date(Date.parse(now()) - 90_000).toISOString(),
  });
  phone.sequence = 5;
  await phone.sync([phone.event(entry(wellId, -1))]);
  const { items } = await acme.operator.ask(endpoints.devices.list, {});
  expect(items.find(({ id }) => id === phone.id)).toMatchObject({
    status: 'ACTIVE',
    lastSequence: 6,
    holes: [
      { from: 1, to: 2 },
      { from: 4, to: 5 },
    ],
    missingEvents: 4,
    failedEvents: 1,
    clockSkewSeconds: 0,
  });
  clock.run();
});

test('a device learns its settled numbers, whoever is at it; nobody else does', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  phone.sequence = 4;
  const settled = phone.event(entry(wellId, 40));
  const refused = phone.event(entry(wellId, -1));
  await phone.sync([settled, refused]);
  const unsent = uuidV7();
  const request = {
    params: { deviceId: phone.id },
    body: { eventIds: [unsent, refused.id, settled.id] },
  };
  for (const session of [phone.owner, await phone.signIn(acme.viewer)]) {
    expect(await session.ask(endpoints.devices.numbers, request)).toEqual({
      lastSequence: 6,
      settled: [
        { eventId: settled.id, deviceSequence: 5 },
        { eventId: refused.id, deviceSequence: 6 },
      ],
    });
  }
  const other = await aPhone();
  for (const session of [other.owner, acme.operator, acme.admin, api.bravo.admin]) {
    expect(await session.refusal(endpoints.devices.numbers, request)).toMatchObject({
      code: 'DEVICE_MISMATCH',
    });
  }
});

test('an entry that gave way changed nothing in the history of its record', async () => {
  const wellId = await aWellId();
  const [phone, laptop] = [await aPhone(), await aPhone()];
  clock.stopAt(now());
  const before = new Date(Date.parse(now()) - 60_000).toISOString();
  await phone.sync([phone.event(entry(wellId, 40))]);
  const answer = await laptop.sync([laptop.event({ ...entry(wellId, 45), timestamp: before })]);
  expect(answer.conflicts).toMatchObject([{ resolution: 'SKIP' }]);
  const { items } = await acme.viewer.ask(endpoints.conflicts.list, { query: { wellId } });
  const params = { wellId, id: items[0]?.recordId ?? '' };
  const history = await acme.viewer.ask(endpoints.production.history, { params });
  expect(history.items.map(({ changes }) => changes.length)).toEqual([1, 0]);
  clock.run();
});

test('a device that only asks is heard of too', async () => {
  const phone = await aPhone();
  await phone.owner.ask(endpoints.sync.changes, { query: {} });
  const { items } = await acme.operator.ask(endpoints.devices.list, {});
  expect(items.find(({ id }) => id === phone.id)?.lastSeenAt).not.toBeNull();
});

test('a small photo travels inside the batch, and a broken one holds up nothing', async () => {
  const wellId = await aWellId();
  const { id: equipmentId } = await acme.manager.ask(endpoints.equipment.create, {
    params: { wellId },
    body: anItem(),
  });
  const phone = await aPhone();
  const [whole, torn] = [await aJpeg(), (await aJpeg()).subarray(0, 100)];
  const photos = [whole, torn].map((bytes) => ({
    photoId: uuidV7(),
    sha256: sha256Of(bytes),
    sizeBytes: bytes.length,
    contentType: 'image/jpeg',
  }));
  const event = phone.event({
    eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
    aggregateId: equipmentId,
    baseVersion: 1,
    payload: {
      maintenanceId: uuidV7(),
      maintenanceDate: '2025-03-10',
      maintenanceType: 'REPAIR',
      description: 'Replaced motor belt',
      photos,
    },
  });
  const inline = [whole, torn].map((bytes, index) => ({
    eventId: event.id,
    photoId: photos[index]?.photoId,
    localPath: '/data/photo.jpg',
    base64Data: bytes.toString('base64'),
    filename: 'photo.jpg',
    contentType: 'image/jpeg',
  }));
  expect(await phone.sync([event], { photos: inline })).toMatchObject({ synced: [event.id] });
  const { items } = await acme.viewer.ask(endpoints.maintenance.history, {
    params: { equipmentId },
    query: {},
  });
  expect(items[0]?.photos).toMatchObject([
    { id: photos[0]?.photoId, state: 'STORED' },
    { id: photos[1]?.photoId, state: 'WAITING', deviceId: phone.id, deviceName: 'Phone of the tests' },
  ]);
});
