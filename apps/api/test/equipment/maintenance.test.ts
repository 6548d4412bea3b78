import { endpoints, type EquipmentItem, type MaintenanceCreateInput } from '@wellpulse/contracts';
import { anItem, aLog, aWell } from '@wellpulse/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';
import { LiveReader } from '../support/live-reader.ts';
import { bytesAt, PhotoDesk } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';

const { wells, equipment, maintenance, audit, dashboard } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo } = api;
const { operator, manager, viewer } = acme;
const { id: wellId, name: wellName } = await manager.ask(wells.create, { body: aWell() });

const add = (): Promise<EquipmentItem> =>
  operator.ask(equipment.create, { params: { wellId }, body: anItem() });
const read = (equipmentId: string): Promise<EquipmentItem> =>
  viewer.ask(equipment.get, { params: { equipmentId } });
const log = (equipmentId: string, given: Partial<MaintenanceCreateInput> = {}) =>
  operator.ask(maintenance.log, { params: { equipmentId }, body: aLog(given) });
const refusal = (equipmentId: string, given: Partial<MaintenanceCreateInput>) =>
  operator.refusal(maintenance.log, { params: { equipmentId }, body: aLog(given) });

describe('logging maintenance', () => {
  test('what was given is read back, with the item and the well', async () => {
    const item = await add();
    const given = {
      maintenanceDate: '2025-03-10',
      maintenanceType: 'INSPECTION',
      description: 'Gear box oil\nchecked, 5 % water',
      technician: 'Åse Øvergård',
      cost: 1234.56,
      nextMaintenanceDate: '2025-07-01',
      equipmentStatus: null,
      location: {
        latitude: 31.8457,
        longitude: -102.3676,
        accuracyFeet: 12,
        capturedAt: '2025-03-10T14:00:00Z',
        distanceFeet: 80.5,
      },
    } as const;
    const entry = await log(item.id, given);
    expect(entry).toEqual({
      ...given,
      id: expect.any(String),
      equipmentId: item.id,
      photoUrls: [],
      photos: [],
      createdBy: operator.session.user.id,
      createdByName: operator.session.user.name,
      createdAt: entry.updatedAt,
      updatedAt: expect.any(String),
      version: 1,
      serialNumber: item.serialNumber,
      equipmentType: 'PUMP_JACK',
      wellId,
      wellName,
    });
    const params = { equipmentId: item.id, maintenanceId: entry.id };
    expect(await viewer.ask(maintenance.get, { params })).toEqual(entry);
    const { items, total } = await viewer.ask(maintenance.history, { params, query: {} });
    expect([items, total]).toEqual([[entry], 1]);
  });

  test('the answer says where the log is', async () => {
    const { id } = await add();
    const response = await operator.fetch(`/equipment/${id}/maintenance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(aLog()),
    });
    const location = response.headers.get('location') ?? '';
    expect(await (await viewer.fetch(location)).json()).toEqual(await response.json());
  });

  test('a log is found under its own item only', async () => {
    const [one, other] = [await add(), await add()];
    const { id: maintenanceId } = await log(one.id);
    const params = { equipmentId: other.id, maintenanceId };
    expect(await viewer.refusal(maintenance.get, { params })).toMatchObject({
      status: 404,
      code: 'MAINTENANCE_NOT_FOUND',
    });
  });

  test('is refused for an item that is not there, is deleted or is of others, without a difference', async () => {
    const gone = await add();
    await manager.ask(equipment.remove, { params: { equipmentId: gone.id } });
    const theirs = await PhotoDesk.at(bravo);
    const photoUrls = [`${bravo.slug}/equipment/${theirs.ownerId}/${'a'.repeat(64)}`];
    for (const id of [crypto.randomUUID(), gone.id, theirs.ownerId]) {
      expect(await refusal(id, {})).toMatchObject({ status: 404, code: 'EQUIPMENT_NOT_FOUND' });
      expect(await refusal(id, { photoUrls })).toMatchObject({ status: 404, code: 'EQUIPMENT_NOT_FOUND' });
    }
  });

  test('an item of a plugged well is still serviced up to the day of plugging', async () => {
    const well = await manager.ask(wells.create, { body: aWell() });
    const item = await operator.ask(equipment.create, { params: { wellId: well.id }, body: anItem() });
    await manager.ask(wells.update, { params: { wellId: well.id }, body: { version: 1, status: 'PLUGGED' } });
    await log(item.id);
    await manager.ask(wells.update, {
      params: { wellId: well.id },
      body: { version: 2, pluggedOn: '2025-03-09' },
    });
    expect(await refusal(item.id, {})).toMatchObject({ code: 'WELL_PLUGGED' });
  });

  test.each([
    ['maintenanceDate', '2025-02-29'],
    ['maintenanceDate', null],
    ['maintenanceType', 'MAGIC'],
    ['description', ' '],
    ['description', 'x'.repeat(4001)],
    ['description', 'a\u0000'],
    ['technician', 'x'.repeat(256)],
    ['cost', -0.01],
    ['cost', 0.001],
    ['cost', 100_000_000],
    ['cost', '12'],
    ['nextMaintenanceDate', '2025-03-10'],
    ['nextMaintenanceDate', '2025-03-09'],
    ['nextMaintenanceDate', 'soon'],
    ['equipmentStatus', 'BROKEN'],
    ['photoUrls', 'one'],
  ])('%s can not be %j', async (field, value) => {
    const { id } = await add();
    const problem = await refusal(id, { [field]: value });
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: field }] });
  });
});

describe('the status of the item', () => {
  test('changes with the log, as one event, and the dashboard counts it', async () => {
    const tenant = await api.addTenant();
    const well = await tenant.manager.ask(wells.create, { body: aWell({ name: 'Sand Hollow #2' }) });
    const params = { wellId: well.id };
    const item = await tenant.operator.ask(equipment.create, {
      params,
      body: anItem({ serialNumber: 'S-1' }),
    });
    const { items: before } = await tenant.manager.ask(audit.events, { query: { limit: '1' } });
    await tenant.operator.ask(maintenance.log, {
      params: { equipmentId: item.id },
      body: aLog({ equipmentStatus: 'FAILED' }),
    });
    const { items: after } = await tenant.manager.ask(audit.events, { query: { limit: '2' } });
    expect(after.map(({ eventType }) => eventType)).toEqual([
      'EQUIPMENT_MAINTENANCE_LOGGED',
      'EQUIPMENT_CREATED',
    ]);
    expect(after[1]).toEqual(before[0]);
    const changed = await tenant.viewer.ask(equipment.get, { params: { equipmentId: item.id } });
    expect(changed).toMatchObject({ status: 'FAILED', version: 2, lastMaintenanceDate: '2025-03-10' });
    const home = await tenant.viewer.ask(dashboard.home, { query: {} });
    expect(home.equipment).toEqual({ OPERATIONAL: 0, MAINTENANCE: 0, FAILED: 1 });
    const { items: recent } = await tenant.viewer.ask(dashboard.activity, { query: { limit: '1' } });
    expect(recent).toMatchObject([
      {
        eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
        wellName: 'Sand Hollow #2',
        subject: { equipmentId: item.id, equipmentType: 'PUMP_JACK', serialNumber: 'S-1' },
        count: 1,
      },
    ]);
  });

  test('stays, and with it the version, when the log says nothing of it or what it is already', async () => {
    const { id } = await add();
    await log(id);
    await log(id, { equipmentStatus: 'OPERATIONAL' });
    expect(await read(id)).toMatchObject({ status: 'OPERATIONAL', version: 1 });
  });

  test('is told at once to everybody who watches', async () => {
    const { id } = await add();
    const reader = await LiveReader.open(viewer);
    await log(id, { equipmentStatus: 'MAINTENANCE' });
    const { data } = await reader.next('the change is told', ({ event }) => event === 'change');
    reader.close();
    expect(data).toMatchObject({
      entities: expect.arrayContaining(['MAINTENANCE', 'EQUIPMENT']),
      wellIds: [wellId],
    });
  });
});

describe('photos of a log', () => {
  test('are those that are stored, each once, with addresses that work', async () => {
    const desk = await PhotoDesk.at(acme);
    const bytes = await aJpeg();
    const photo = await desk.store(bytes);
    expect(photo.blobName).toBe(`${acme.slug}/equipment/${desk.ownerId}/${photo.sha256}`);
    const entry = await log(desk.ownerId, { photoUrls: [photo.blobName, photo.blobName] });
    expect(entry.photoUrls).toEqual([photo.blobName]);
    expect(entry.photos).toMatchObject([{ id: photo.id, state: 'STORED', blobName: photo.blobName }]);
    await bytesAt(entry.photos[0]?.url ?? null);
    const { items } = await viewer.ask(maintenance.list, { query: { equipmentId: desk.ownerId } });
    expect(items).toMatchObject([{ id: entry.id, photos: [{ id: photo.id }] }]);
    expect((await read(desk.ownerId)).photoCount).toBe(1);
    const { items: events } = await manager.ask(audit.events, { query: { recordId: entry.id } });
    expect(events[0]?.payload).toMatchObject({
      photos: [{ photoId: photo.id, sha256: photo.sha256, sizeBytes: photo.sizeBytes }],
    });
  });

  test('that are waiting, of another item, of another tenant or nonsense are refused by name, and nothing is logged', async () => {
    const desk = await PhotoDesk.at(acme);
    const stored = await desk.store(await aJpeg());
    const { sha256 } = await desk.put(await aJpeg());
    const elsewhere = await (await PhotoDesk.at(acme)).store(await aJpeg());
    const theirs = await (await PhotoDesk.at(bravo)).store(await aJpeg());
    const photoUrls = [
      stored.blobName,
      `${acme.slug}/equipment/${desk.ownerId}/${sha256}`,
      elsewhere.blobName,
      theirs.blobName,
      `${bravo.slug}/equipment/${desk.ownerId}/${stored.sha256}`,
      stored.blobName.slice(acme.slug.length + 1),
      `${stored.blobName}/`,
      `../${stored.blobName}`,
      'x',
      'a'.repeat(400),
    ];
    const problem = await refusal(desk.ownerId, { photoUrls });
    expect(problem).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    expect(problem.errors?.map(({ path }) => path)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => `photoUrls[${index}]`),
    );
    const params = { equipmentId: desk.ownerId };
    expect((await viewer.ask(maintenance.history, { params, query: {} })).total).toBe(0);
  });

  test('do not flood the recent activity', async () => {
    const desk = await PhotoDesk.at(await api.addTenant());
    const shots = [await aJpeg(), await aJpeg(), await aJpeg()];
    for (const bytes of shots) await desk.store(bytes);
    const { items } = await desk.caller.ask(dashboard.activity, { query: { limit: '2' } });
    expect(items).toMatchObject([
      { eventType: 'PHOTO_STORED', count: 3, subject: { equipmentId: desk.ownerId } },
      { eventType: 'EQUIPMENT_CREATED' },
    ]);
  });
});
