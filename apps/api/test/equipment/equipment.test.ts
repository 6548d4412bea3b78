import { endpoints, type EquipmentCreateInput, type EquipmentItem } from '@wellpulse/contracts';
import { aLog, anItem, aWell, TestDevice } from '@wellpulse/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const { wells, equipment, maintenance, audit } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo } = api;
const { operator, manager, admin, viewer } = acme;
const { id: wellId, name: wellName } = await manager.ask(wells.create, { body: aWell() });

const create = (given: Partial<EquipmentCreateInput> = {}, at = wellId): Promise<EquipmentItem> =>
  operator.ask(equipment.create, { params: { wellId: at }, body: anItem(given) });
const read = (equipmentId: string): Promise<EquipmentItem> =>
  viewer.ask(equipment.get, { params: { equipmentId } });

describe('adding an item', () => {
  test('what was given is read back, by everybody, with where it stands', async () => {
    const given = anItem({
      equipmentType: 'HEATER_TREATER',
      serialNumber: ' HT-77/a ',
      assetTag: 'A-1',
      manufacturer: 'Mærsk',
      model: 'VHT 6x20',
      installationDate: '2019-05-14',
      status: 'MAINTENANCE',
      serviceIntervalDays: 45,
    });
    const made = await create(given);
    expect(made).toEqual({
      ...given,
      serialNumber: 'HT-77/a',
      id: expect.any(String),
      wellId,
      wellName,
      version: 1,
      createdBy: operator.session.user.id,
      updatedBy: operator.session.user.id,
      createdAt: made.updatedAt,
      updatedAt: expect.any(String),
      lastMaintenanceDate: null,
      nextMaintenanceDate: '2019-06-28',
      dueStatus: 'OVERDUE',
      serviceIntervals: { ROUTINE: 45, REPAIR: 45, INSPECTION: 45 },
      photoCount: 0,
    });
    expect(await read(made.id)).toEqual(made);
  });

  test('type and serial number are enough: it is operational, and the tenant says how often it is serviced', async () => {
    const made = await create({ equipmentType: 'COMPRESSOR' });
    expect(made).toMatchObject({
      status: 'OPERATIONAL',
      assetTag: null,
      installationDate: null,
      serviceIntervalDays: null,
      serviceIntervals: { ROUTINE: 60, REPAIR: 60, INSPECTION: 180 },
      nextMaintenanceDate: null,
      dueStatus: null,
    });
    expect((await create({ equipmentType: 'OTHER' })).serviceIntervals).toEqual({
      ROUTINE: null,
      REPAIR: null,
      INSPECTION: null,
    });
  });

  test('the answer says where the item is', async () => {
    const response = await operator.fetch(`/wells/${wellId}/equipment`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(anItem()),
    });
    const { id } = (await response.json()) as EquipmentItem;
    expect(response.headers.get('location')).toBe(`/equipment/${id}`);
  });

  test('needs a well that is there and not plugged', async () => {
    const plugged = await manager.ask(wells.create, { body: aWell({ status: 'PLUGGED' }) });
    const { id: theirs } = await bravo.manager.ask(wells.create, { body: aWell() });
    const refusal = (at: string) =>
      operator.refusal(equipment.create, { params: { wellId: at }, body: anItem() });
    expect(await refusal(plugged.id)).toMatchObject({ status: 409, code: 'WELL_PLUGGED' });
    expect(await refusal(theirs)).toMatchObject({ status: 404, code: 'WELL_NOT_FOUND' });
  });

  test.each([
    ['equipmentType', 'CROWBAR'],
    ['equipmentType', null],
    ['serialNumber', ''],
    ['serialNumber', '   '],
    ['serialNumber', 'x'.repeat(101)],
    ['serialNumber', 'a\u0000b'],
    ['serialNumber', 7],
    ['assetTag', 'x'.repeat(101)],
    ['manufacturer', 'x'.repeat(256)],
    ['model', '\uD800'],
    ['installationDate', '2025-02-29'],
    ['installationDate', '14.05.2019'],
    ['status', 'BROKEN'],
    ['serviceIntervalDays', 0],
    ['serviceIntervalDays', 1.5],
    ['serviceIntervalDays', 3651],
  ])('%s can not be %j', async (field, value) => {
    const body = { ...anItem(), [field]: value };
    const problem = await operator.refusal(equipment.create, { params: { wellId }, body });
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: field }] });
  });
});

describe('serial numbers', () => {
  const taken = {
    status: 409,
    code: 'SERIAL_NUMBER_TAKEN',
    errors: [{ path: 'serialNumber', message: 'Another item has this serial number' }],
  };
  const refusal = (serialNumber: string) =>
    operator.refusal(equipment.create, { params: { wellId }, body: anItem({ serialNumber }) });

  test('are unique in the tenant, whatever the case of the letters', async () => {
    await create({ serialNumber: 'Lufkin-9' });
    expect(await refusal('LUFKIN-9')).toMatchObject(taken);
    const other = await create({ serialNumber: 'Lufkin-10' });
    expect(
      await operator.refusal(equipment.update, {
        params: { equipmentId: other.id },
        body: { version: 1, serialNumber: ' lufkin-9 ' },
      }),
    ).toMatchObject(taken);
    const theirWell = await bravo.manager.ask(wells.create, { body: aWell() });
    await bravo.operator.ask(equipment.create, {
      params: { wellId: theirWell.id },
      body: anItem({ serialNumber: 'Lufkin-9' }),
    });
  });

  test.each(['MÆRSK ÅÖ', 'ΑΣ', 'İ-1', 'Straße', 'ẞ-9', 'ǅ', 'ﬁ-2'])(
    '%s is one in every alphabet',
    async (serialNumber) => {
      await create({ serialNumber });
      expect(await refusal(serialNumber)).toMatchObject(taken);
    },
  );

  test('an item may change the case of its own, and the number of a deleted one is free', async () => {
    const { id } = await create({ serialNumber: 'tank-1' });
    const params = { equipmentId: id };
    const changed = await operator.ask(equipment.update, {
      params,
      body: { version: 1, serialNumber: 'TANK-1' },
    });
    expect(changed.serialNumber).toBe('TANK-1');
    await manager.ask(equipment.remove, { params });
    await create({ serialNumber: 'Tank-1' });
  });

  test('of two who take one at once, one gets it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const serialNumber = `race-${round}`;
      const results = await Promise.all(
        [serialNumber, serialNumber.toUpperCase()].map((given) =>
          operator.call(equipment.create, { params: { wellId }, body: anItem({ serialNumber: given }) }),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: taken });
    }
  });
});

describe('changing an item', () => {
  test('only what is given changes, and null clears', async () => {
    const made = await create({ assetTag: 'A', model: 'M', serviceIntervalDays: 30 });
    const changed = await manager.ask(equipment.update, {
      params: { equipmentId: made.id },
      body: { version: 1, assetTag: null, serviceIntervalDays: null, status: 'FAILED' },
    });
    expect(changed).toMatchObject({
      assetTag: null,
      model: 'M',
      serviceIntervalDays: null,
      serviceIntervals: { ROUTINE: 90, REPAIR: 90, INSPECTION: 180 },
      status: 'FAILED',
      version: 2,
      createdBy: operator.session.user.id,
      updatedBy: manager.session.user.id,
    });
    expect(await read(made.id)).toEqual(changed);
  });

  test('a stale version is refused with the item as it is now', async () => {
    const { id } = await create();
    const params = { equipmentId: id };
    await operator.ask(equipment.update, { params, body: { version: 1, model: 'First' } });
    const problem = await operator.refusal(equipment.update, {
      params,
      body: { version: 1, model: 'Second' },
    });
    expect(problem).toMatchObject({
      status: 409,
      code: 'VERSION_CONFLICT',
      current: { id, model: 'First', version: 2 },
    });
    expect(problem.current).not.toHaveProperty('deleted');
  });

  test('a change that changes nothing leaves the version alone', async () => {
    const made = await create({ model: 'M' });
    const body = { version: 1, model: 'M', wellId: made.wellId };
    expect(await operator.ask(equipment.update, { params: { equipmentId: made.id }, body })).toEqual(made);
  });

  test('it can be moved to another well, but to none that is plugged, gone or of others', async () => {
    const { id } = await create();
    const params = { equipmentId: id };
    const target = await manager.ask(wells.create, { body: aWell({ name: 'Two Draw #2' }) });
    const moved = await operator.ask(equipment.update, { params, body: { version: 1, wellId: target.id } });
    expect(moved).toMatchObject({ wellId: target.id, wellName: 'Two Draw #2', version: 2 });
    const plugged = await manager.ask(wells.create, { body: aWell({ status: 'PLUGGED' }) });
    const theirs = await bravo.manager.ask(wells.create, { body: aWell() });
    const move = (to: string) =>
      operator.refusal(equipment.update, { params, body: { version: 2, wellId: to } });
    expect((await move(plugged.id)).code).toBe('WELL_PLUGGED');
    expect((await move(theirs.id)).code).toBe('WELL_NOT_FOUND');
    expect((await move(crypto.randomUUID())).code).toBe('WELL_NOT_FOUND');
  });

  test('an item of a well that was plugged or deleted since can still be changed, or saved by moving it', async () => {
    const well = await manager.ask(wells.create, { body: aWell({ name: 'Dry Fork #1' }) });
    const { id } = await create({}, well.id);
    const params = { equipmentId: id };
    await manager.ask(wells.update, { params: { wellId: well.id }, body: { version: 1, status: 'PLUGGED' } });
    await operator.ask(equipment.update, { params, body: { version: 1, status: 'FAILED' } });
    await admin.ask(wells.remove, { params: { wellId: well.id } });
    expect(await read(id)).toMatchObject({ wellName: 'Dry Fork #1', status: 'FAILED' });
    expect(await operator.ask(equipment.update, { params, body: { version: 2, wellId } })).toMatchObject({
      wellId,
      version: 3,
    });
  });
});

describe('deleting an item', () => {
  test('is for who made it while nobody else has touched it, on the web and by device', async () => {
    const own = await create();
    await operator.ask(equipment.remove, { params: { equipmentId: own.id } });
    const serviced = await create();
    const params = { equipmentId: serviced.id };
    await manager.ask(maintenance.log, { params, body: aLog() });
    expect((await operator.refusal(equipment.remove, { params })).code).toBe('FORBIDDEN');
    const changed = await create();
    await manager.ask(equipment.update, {
      params: { equipmentId: changed.id },
      body: { version: 1, model: 'C-228' },
    });
    const phone = await TestDevice.register(operator, () => new Date().toISOString());
    const deletion = phone.event({
      eventType: 'EQUIPMENT_DELETED',
      aggregateId: changed.id,
      baseVersion: 1,
      payload: {},
    });
    expect(await phone.sync([deletion])).toMatchObject({ failed: [{ code: 'FORBIDDEN' }] });
  });

  test('is for managers, and final: nobody finds it any more', async () => {
    const { id } = await create();
    const params = { equipmentId: id };
    const colleague = await acme.join('OPERATOR');
    expect((await colleague.refusal(equipment.remove, { params })).code).toBe('FORBIDDEN');
    await manager.ask(equipment.remove, { params });
    const gone = { status: 404, code: 'EQUIPMENT_NOT_FOUND' };
    expect(await viewer.refusal(equipment.get, { params })).toMatchObject(gone);
    expect(await manager.refusal(equipment.remove, { params })).toMatchObject(gone);
    expect(await operator.refusal(equipment.update, { params, body: { version: 1 } })).toMatchObject(gone);
    expect(await viewer.refusal(maintenance.history, { params, query: {} })).toMatchObject(gone);
  });
});

describe('the history of an item', () => {
  test('tells who changed what, in words and with the changes that maintenance made, and outlives it', async () => {
    const target = await manager.ask(wells.create, { body: aWell({ name: 'Two Draw #9' }) });
    const { id } = await create({ serialNumber: 'History-1', model: 'M' });
    const params = { equipmentId: id };
    await manager.ask(equipment.update, { params, body: { version: 1, wellId: target.id, model: null } });
    const log = { maintenanceDate: '2025-03-10', maintenanceType: 'REPAIR', description: 'Belt' } as const;
    await operator.ask(maintenance.log, { params, body: { ...log, equipmentStatus: 'FAILED' } });
    await operator.ask(maintenance.log, { params, body: { ...log, equipmentStatus: 'FAILED' } });
    await operator.ask(maintenance.log, { params, body: log });
    await manager.ask(equipment.remove, { params });
    const { items } = await viewer.ask(equipment.history, { params });
    expect(items.map(({ eventType, userName }) => [eventType, userName])).toEqual([
      ['EQUIPMENT_CREATED', operator.session.user.name],
      ['EQUIPMENT_UPDATED', manager.session.user.name],
      ['EQUIPMENT_MAINTENANCE_LOGGED', operator.session.user.name],
      ['EQUIPMENT_DELETED', manager.session.user.name],
    ]);
    expect(items[0]?.changes).toEqual(
      expect.arrayContaining([
        { field: 'serialNumber', from: null, to: 'History-1' },
        { field: 'status', from: null, to: 'OPERATIONAL' },
        { field: 'wellName', from: null, to: wellName },
      ]),
    );
    expect(items[1]?.changes).toEqual([
      { field: 'wellName', from: wellName, to: 'Two Draw #9' },
      { field: 'model', from: 'M', to: null },
    ]);
    expect(items[2]?.changes).toEqual([{ field: 'status', from: 'OPERATIONAL', to: 'FAILED' }]);
  });

  test('is not found for ids of other things', async () => {
    for (const equipmentId of [wellId, crypto.randomUUID()]) {
      const problem = await viewer.refusal(equipment.history, { params: { equipmentId } });
      expect(problem.code).toBe('EQUIPMENT_NOT_FOUND');
    }
  });
});

test('the log of a well names its equipment', async () => {
  const { id: ownWell } = await manager.ask(wells.create, { body: aWell({ name: 'Buckhorn #4' }) });
  const { id } = await create({ equipmentType: 'TANK', serialNumber: 'T-400' }, ownWell);
  const body = { maintenanceDate: '2025-03-10', maintenanceType: 'ROUTINE', description: 'Gauged' } as const;
  await operator.ask(maintenance.log, { params: { equipmentId: id }, body });
  const { items } = await manager.ask(audit.events, { query: { wellId: ownWell } });
  const subject = { equipmentId: id, equipmentType: 'TANK', serialNumber: 'T-400' };
  expect(items).toMatchObject([
    { eventType: 'EQUIPMENT_MAINTENANCE_LOGGED', entity: 'MAINTENANCE', wellName: 'Buckhorn #4', subject },
    { eventType: 'EQUIPMENT_CREATED', entity: 'EQUIPMENT', wellName: 'Buckhorn #4', subject },
    { eventType: 'WELL_CREATED', subject: null },
  ]);
});
