import { expect, test } from 'vitest';
import { aDevice, aServer, aWell, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import { FOREMAN, PUMPER } from '../testing/fake-server.ts';

const production = (payload: object, aggregateId = WELL_ID) =>
  ({ eventType: 'PRODUCTION_CREATED', aggregateId, payload: { productionDate: DAY, ...payload } }) as const;

test('an entry that breaks a rule is refused at once, and nothing of it is saved', async () => {
  const server = aServer();
  server.addWell(aWell({ id: '01890000-0000-7000-8000-000000000002', status: 'PLUGGED' }));
  const { client } = await aDevice(server);
  await recordOil(client, 42.5, '2025-10-19');

  expect(await client.record(production({}))).toMatchObject({ ok: false, code: 'VALIDATION_FAILED' });
  expect(await client.record(production({ oilVolume: 1.234 }))).toMatchObject({
    ok: false,
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'oilVolume', message: 'Must have at most two decimals' }],
  });
  expect(await client.record(production({ oilVolume: 1, productionDate: '2025-10-19' }))).toMatchObject({
    code: 'PRODUCTION_EXISTS',
    current: { oilVolume: 42.5 },
  });
  expect(
    await client.record(production({ oilVolume: 1 }, '01890000-0000-7000-8000-000000000002')),
  ).toMatchObject({ code: 'WELL_PLUGGED' });
  expect(
    await client.record(production({ oilVolume: 1 }, '01890000-0000-7000-8000-000000000009')),
  ).toMatchObject({ code: 'WELL_NOT_FOUND' });

  expect((await client.status.current()).pendingEvents).toBe(1);
  expect((await recordOil(client, 40)).deviceSequence).toBe(2);
});

test('a clock that is behind keeps nobody from entering today', async () => {
  const { client } = await aDevice();
  expect(await client.record(production({ oilVolume: 1, productionDate: '2026-01-31' }))).toMatchObject({
    ok: true,
  });
  expect(await client.records.production(WELL_ID).all()).toMatchObject([
    { productionDate: '2026-01-31', oilVolume: 1 },
  ]);
});

test('a volume far from the day before is told at once', async () => {
  const { client } = await aDevice();
  await recordOil(client, 100, '2025-10-19');
  expect(await client.record(production({ oilVolume: 50 }))).toMatchObject({
    ok: true,
    alerts: [{ product: 'OIL', previousValue: 100, currentValue: 50 }],
  });
});

test('what is signed is what was typed, trimmed, and coordinates to seven decimals', async () => {
  const { client, server } = await aDevice();
  const location = { accuracyFeet: 12, capturedAt: '2025-10-20T14:29:00.000Z', distanceFeet: null };
  await client.record(
    production({
      oilVolume: 42.5,
      notes: '  belt squeals ',
      location: { ...location, latitude: 31.845700049, longitude: -102.36760004999 },
    }),
  );
  await client.sync.syncNow();
  expect(server.events[0]?.payload).toEqual({
    productionDate: DAY,
    oilVolume: 42.5,
    notes: 'belt squeals',
    location: { ...location, latitude: 31.8457, longitude: -102.3676 },
  });
});

test('an event names the version of the record that the server had given', async () => {
  const { client } = await aDevice();
  expect((await recordOil(client, 42.5)).baseVersion).toBe(0);
  await client.sync.syncNow();
  const update = { eventType: 'PRODUCTION_UPDATED', aggregateId: WELL_ID } as const;
  for (const oilVolume of [43, 44]) {
    // The second one is entered on top of the first, which the server has not seen.
    const recorded = await client.record({ ...update, payload: { productionDate: DAY, oilVolume } });
    expect(recorded).toMatchObject({ ok: true, event: { baseVersion: 1 } });
  }
  expect(await client.records.production(WELL_ID).all()).toMatchObject([{ oilVolume: 44, isPending: true }]);
});

test('equipment and its maintenance are entered offline, one on top of the other', async () => {
  const { client } = await aDevice();
  const equipmentId = '01890000-0000-7000-8000-00000000e001';
  const equipment = {
    eventType: 'EQUIPMENT_CREATED',
    aggregateId: equipmentId,
    payload: { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' },
  } as const;
  expect(await client.record(equipment)).toMatchObject({ ok: true });
  const same = { ...equipment, aggregateId: '01890000-0000-7000-8000-00000000e002' };
  expect(await client.record(same)).toMatchObject({ ok: false, code: 'SERIAL_NUMBER_TAKEN' });
  expect(
    await client.record({
      eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
      aggregateId: equipmentId,
      payload: {
        maintenanceId: '01890000-0000-7000-8000-00000000f001',
        maintenanceDate: DAY,
        maintenanceType: 'REPAIR',
        description: 'Replaced motor belt',
        equipmentStatus: 'MAINTENANCE',
      },
    }),
  ).toMatchObject({ ok: true });
  expect(await client.records.equipment(WELL_ID).all()).toMatchObject([
    { id: equipmentId, status: 'MAINTENANCE', isPending: true },
  ]);
  expect(await client.records.maintenance(equipmentId).all()).toMatchObject([
    { maintenanceDate: DAY, nextMaintenanceDate: '2026-01-18', isPending: true },
  ]);
  expect((await client.pendingList().all()).map(({ content }) => content)).toMatchObject([
    { eventType: 'EQUIPMENT_CREATED', item: { serialNumber: 'PJ-1' }, day: null },
    { eventType: 'EQUIPMENT_MAINTENANCE_LOGGED', item: { serialNumber: 'PJ-1' }, day: DAY },
  ]);
});

test('several people use one device in turn, and each entry is by who made it', async () => {
  const { client } = await aDevice();
  const first = await recordOil(client, 42.5, '2025-10-18');
  await client.sessions.lock();
  await expect(client.record(production({ oilVolume: 1 }))).rejects.toMatchObject({ code: 'LOCKED' });
  await client.sessions.signIn({ tenant: 'acme', email: FOREMAN.email, password: 'wellpulse-demo' });
  const second = await recordOil(client, 43, '2025-10-19');
  await client.sessions.unlock(PUMPER.id);
  const third = await recordOil(client, 44);
  expect([first, second, third].map(({ userId }) => userId)).toEqual([PUMPER.id, FOREMAN.id, PUMPER.id]);
  expect([first, second, third].map(({ deviceSequence }) => deviceSequence)).toEqual([1, 2, 3]);
});

test('a device that was never registered says so', async () => {
  const { client } = await aDevice();
  await client.reset();
  await expect(client.record(production({ oilVolume: 1 }))).rejects.toMatchObject({ code: 'NOT_REGISTERED' });
});

test('a draft is there after a crash, and gone when it is cleared', async () => {
  const { client, reopen } = await aDevice();
  await client.drafts.save('production/new', { oilVolume: '42.', notes: '' });
  await client.drafts.save('production/new', { oilVolume: '42.5', notes: '' });
  const again = await reopen();
  expect(await again.drafts.load('production/new')).toEqual({ oilVolume: '42.5', notes: '' });
  await again.drafts.clear('production/new');
  expect(await again.drafts.load('production/new')).toBeUndefined();
});

test('a serial number is taken in each of its spellings, as on the server', async () => {
  const { client } = await aDevice();
  const create = (id: string, serialNumber: string) =>
    client.record({
      eventType: 'EQUIPMENT_CREATED',
      aggregateId: `01890000-0000-7000-8000-00000000f0${id}`,
      payload: { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber },
    });
  expect(await create('01', 'PEN\u0303A–1')).toMatchObject({
    ok: true,
    event: { payload: { serialNumber: 'PEÑA–1' } },
  });
  expect(await create('02', 'MÆRSK 1')).toMatchObject({ ok: true });
  for (const again of ['PEÑA–1', 'pena-1', 'Peña-1', 'mærsk  1']) {
    expect(await create('03', again)).toMatchObject({ ok: false, code: 'SERIAL_NUMBER_TAKEN' });
  }
  expect(await create('04', 'MAERSK 1')).toMatchObject({ ok: true });
});
