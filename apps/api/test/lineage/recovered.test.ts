/** What the office lost with a restore and a device had pulled: offered, listed beside what stands, and taken over (ADR 86). */
import { endpoints, MAX_RECOVERED, type RecoveredRecord } from '@wellpulse/contracts';
import { aLog, anItem, aWell, TestDevice, type SignedInCaller } from '@wellpulse/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { LineageService, presentLineage } from '../../src/lineage/lineage.service.ts';
import { startApi } from '../support/harness.ts';
import { importCsv } from '../support/import-csv.ts';
import { backUp } from '../support/put-back.ts';
import { aYard, signInAgain } from '../support/trucks.ts';
import { aLostReading, linesOf } from './lost-records.ts';

const api = await startApi();
const yard = aYard(api.baseUrl);
afterAll(async () => {
  await api.stop();
  yard.remove();
});
const { acme, bravo } = api;
const { equipment, maintenance, production, sync, wells } = endpoints;
const DAYS = ['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04'] as const;

test('a manager takes over what the office had lost, as a device had pulled it', async () => {
  const tenant = await api.addTenant();
  const { manager, operator } = tenant;
  const { id: wellId } = await manager.ask(wells.create, {
    body: aWell({ operatorIds: [operator.session.user.id] }),
  });
  const enter = (productionDate: string, oilVolume: number) =>
    manager.ask(production.create, { params: { wellId }, body: { productionDate, oilVolume } });
  const first = await enter(DAYS[0], 40);
  const second = await enter(DAYS[1], 41);
  const { client: truck } = await yard.aTruck(tenant.slug, operator);
  const backup = await backUp(inject('postgresUrl'), tenant.slug);

  await manager.ask(production.update, {
    params: { wellId, id: first.id },
    body: { version: 1, oilVolume: 60, notes: 'Gauged again' },
  });
  await manager.ask(production.remove, { params: { wellId, id: second.id } });
  await enter(DAYS[2], 99);
  const mapping = {
    well: { column: 'well', by: 'ID' },
    date: { column: 'day', format: 'yyyy-MM-dd' },
    oil: { column: 'oil', unit: 'BBL' },
    estimatedFrom: { column: 'month' },
  } as const;
  await importCsv(manager, `well,day,oil,month\n${wellId},${DAYS[3]},30,2025-03\n`, mapping);
  const newWell = await manager.ask(wells.create, { body: aWell({ name: 'Found later' }) });
  const item = await manager.ask(equipment.create, { params: { wellId: newWell.id }, body: anItem() });
  const log = await manager.ask(maintenance.log, { params: { equipmentId: item.id }, body: aLog() });
  await truck.sync.syncNow();
  await truck.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: newWell.id,
    payload: { productionDate: DAYS[0], oilVolume: 5 },
  });
  await truck.sync.syncNow();
  await truck.sync.syncNow();

  await backup.restore();
  await signInAgain(tenant.slug, { client: truck }, operator);
  await truck.sync.syncNow();
  await truck.sync.syncNow();
  const boss = await manager.again();
  const lines = await linesOf(boss);
  expect(lines).toMatchObject([
    { entity: 'WELL', id: newWell.id, eventType: 'WELL_CREATED', current: null, version: null },
    { entity: 'EQUIPMENT', id: item.id, wellName: 'Found later' },
    { entity: 'MAINTENANCE', id: log.id, subject: `PUMP_JACK ${item.serialNumber}` },
    {
      entity: 'PRODUCTION',
      id: first.id,
      eventType: 'PRODUCTION_UPDATED',
      payload: { productionDate: DAYS[0], oilVolume: 60, notes: 'Gauged again' },
      current: { oilVolume: 40, notes: null },
      version: 1,
      userName: operator.session.user.name,
      mayTakeOver: true,
    },
    { entity: 'PRODUCTION', eventType: 'PRODUCTION_CREATED', wellName: 'Found later' },
    { entity: 'PRODUCTION', id: second.id, eventType: 'PRODUCTION_DELETED', current: { oilVolume: 41 } },
    { entity: 'PRODUCTION', eventType: 'PRODUCTION_CREATED', payload: { oilVolume: 99 } },
    { entity: 'PRODUCTION', payload: { oilVolume: 30, estimatedFrom: '2025-03' } },
  ]);

  const records = lines.map(({ entity, id, stateId, version }) => ({ entity, id, stateId, version }));
  expect(await boss.ask(sync.takeOver, { body: { records } })).toEqual({
    taken: records.length,
    refused: [],
  });
  expect(await linesOf(boss)).toEqual([]);
  const { items: readings } = await boss.ask(production.list, { params: { wellId }, query: {} });
  expect(readings).toMatchObject([
    { productionDate: DAYS[3], oilVolume: 30, estimatedFrom: '2025-03' },
    { productionDate: DAYS[2], oilVolume: 99, createdBy: boss.session.user.id },
    { productionDate: DAYS[0], oilVolume: 60, notes: 'Gauged again' },
  ]);
  expect(
    await boss.ask(maintenance.get, { params: { equipmentId: item.id, maintenanceId: log.id } }),
  ).toMatchObject({
    description: log.description,
    wellName: 'Found later',
  });
  const { items: logged } = await boss.ask(endpoints.audit.events, { query: { limit: '1' } });
  expect(logged).toMatchObject([{ eventType: 'RECOVERED_TAKEN_OVER', userId: boss.session.user.id }]);
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);

  // The entry of the truck itself waited for its well, and meets what was taken over.
  await truck.sync.syncNow();
  expect(await truck.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect((await truck.records.production(newWell.id).all()).map(({ oilVolume }) => oilVolume)).toEqual([5]);
});

describe('what a device offers', () => {
  let phone: TestDevice;
  let wellId: string;
  const { operator, manager, admin } = acme;
  beforeAll(async () => {
    phone = await TestDevice.register(operator, () => api.clock.now());
    wellId = (await manager.ask(wells.create, { body: aWell() })).id;
  });

  const aReading = (productionDate: string, oilVolume: number, given: object = {}) =>
    aLostReading(operator, wellId, productionDate, oilVolume, given);
  const offer = (records: readonly RecoveredRecord[], device = phone) =>
    device.owner.ask(sync.offerRecovered, { body: { records: [...records] } });
  /** The line of a record that a manager reads, or has read. */
  const named = async ({ entity, id }: RecoveredRecord) => {
    const { rows } = await sql<{ stateId: string }>`
      select state_id as "stateId" from recovered_records where record_id = ${id}`.execute(acme.database.db);
    return { entity, id, stateId: rows[0]?.stateId ?? crypto.randomUUID() };
  };
  const take = async (caller: SignedInCaller, record: RecoveredRecord, version: number | null = null) =>
    caller.ask(sync.takeOver, { body: { records: [{ ...(await named(record)), version }] } });
  const lineOf = async ({ id }: RecoveredRecord) => (await linesOf(manager)).find((line) => line.id === id);

  test('is of no interest where the server was never put back', async () => {
    expect(await offer([aReading(DAYS[0], 1)])).toEqual({ kept: 0, refused: [] });
    const present = await presentLineage(acme.database.db);
    await api.app.get(LineageService).begin(acme.database, present, { cause: 'COMMAND' });
    expect(await linesOf(manager)).toEqual([]);
  });

  test('is kept if the log lacks its change, once, whichever device brings it', async () => {
    const known = await manager.ask(production.create, {
      params: { wellId },
      body: { productionDate: DAYS[0], oilVolume: 40 },
    });
    const record = { entity: 'PRODUCTION', id: known.id, version: 1, deleted: false, data: known } as const;
    const lost = aReading(DAYS[1], 50);
    expect(await offer([record, lost, lost])).toEqual({ kept: 1, refused: [] });
    const other = await TestDevice.register(operator, () => api.clock.now());
    expect(await offer([lost], other)).toEqual({ kept: 0, refused: [] });
    const newer = { ...lost, version: 8, data: { ...lost.data, oilVolume: 51 } };
    expect(await offer([newer], other)).toEqual({ kept: 1, refused: [] });
    expect(await offer([lost])).toEqual({ kept: 0, refused: [] });
    const { items } = await manager.ask(sync.recovered, { query: {} });
    expect(items.filter(({ id }) => id === lost.id)).toMatchObject([
      { payload: { oilVolume: 51 } },
      { payload: { oilVolume: 50 } },
    ]);
    expect(await lineOf(record)).toBeUndefined();
  });

  test('is left out for good, also when it is offered again', async () => {
    const lost = aReading(DAYS[2], 60);
    await offer([lost]);
    const { id } = lost;
    await manager.ask(sync.leaveOut, { body: { records: [await named(lost)] } });
    expect(await lineOf(lost)).toBeUndefined();
    expect(await offer([lost])).toEqual({ kept: 0, refused: [] });
    expect(await take(manager, lost)).toMatchObject({
      taken: 0,
      refused: [{ id, code: 'RECORD_NOT_FOUND' }],
    });
    const { items } = await manager.ask(endpoints.audit.events, { query: { limit: '1' } });
    expect(items).toMatchObject([
      { eventType: 'RECOVERED_LEFT_OUT', payload: { records: [{ recordId: id }] } },
    ]);
  });

  test('is taken over only by who read what stands, and goes when that is the same', async () => {
    const lost = aReading(DAYS[3], 70);
    await offer([lost]);
    const enter = { productionDate: DAYS[3], oilVolume: 71 };
    const entered = await manager.ask(production.create, { params: { wellId }, body: enter });
    const stale = { taken: 0, refused: [{ id: lost.id, code: 'VERSION_CONFLICT' }] };
    expect(await take(manager, lost)).toMatchObject(stale);
    expect(await lineOf(lost)).toMatchObject({ version: entered.version, current: { oilVolume: 71 } });
    await manager.ask(production.update, {
      params: { wellId, id: entered.id },
      body: { version: entered.version, oilVolume: 70 },
    });
    expect(await lineOf(lost)).toBeUndefined();
  });

  test('is refused one by one where the rules do, and the others are taken', async () => {
    const future = aReading('2999-01-01', 1);
    const orphan = aReading(DAYS[0], 1, { wellId: crypto.randomUUID() });
    const good = aReading('2025-02-01', 12);
    expect(await offer([future, orphan, good])).toEqual({ kept: 3, refused: [] });
    const states = await Promise.all([future, orphan, good].map(named));
    const records = states.map((state) => ({ ...state, version: null }));
    const { taken, refused } = await manager.ask(sync.takeOver, { body: { records } });
    expect(taken).toBe(1);
    expect(Object.fromEntries(refused.map(({ id, code }) => [id, code]))).toEqual({
      [future.id]: 'DATE_IN_FUTURE',
      [orphan.id]: 'WELL_NOT_FOUND',
    });
    await manager.ask(sync.leaveOut, { body: { records: states } });
  });

  test('deletes a well only for an administrator', async () => {
    const well = await manager.ask(wells.create, { body: aWell() });
    const lost = { entity: 'WELL', id: well.id, version: 99, deleted: true, data: well } as const;
    expect(await offer([lost])).toMatchObject({ kept: 1 });
    expect(await lineOf(lost)).toMatchObject({ eventType: 'WELL_DELETED', mayTakeOver: false });
    expect(await take(manager, lost, well.version)).toMatchObject({ refused: [{ code: 'FORBIDDEN' }] });
    expect(await take(admin, lost, well.version)).toEqual({ taken: 1, refused: [] });
    expect(await admin.refusal(wells.get, { params: { wellId: well.id } })).toMatchObject({ status: 404 });
  });

  test('is refused where it is no such record, and as a whole where it is no offer', async () => {
    const bad = [
      aReading(DAYS[0], -1),
      aReading(DAYS[0], 1, { id: crypto.randomUUID() }),
      aReading(DAYS[0], 1, { notes: 'half of a character: \uD800' }),
      aReading(DAYS[0], 1, { notes: 'a\u0000b' }),
      { ...aReading(DAYS[0], 1), entity: 'WELL' as const },
      { ...aReading(DAYS[0], 1), data: {} },
    ];
    const answer = await offer(bad);
    expect(answer.kept + answer.refused.length).toBe(answer.refused.length);
    expect(answer.refused).toEqual(bad.map(({ id }) => id));
    const tooMany = Array.from({ length: MAX_RECOVERED + 1 }, () => aReading(DAYS[0], 1));
    for (const records of [tooMany, [{ ...aReading(DAYS[0], 1), entity: 'ALERT' }], 'none']) {
      const refusal = await phone.owner.refusal(sync.offerRecovered, { body: { records } as never });
      expect(refusal).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    }
  });

  test('comes from a device alone, and never reaches another company', async () => {
    const lost = aReading('2025-02-02', 8);
    const body = { records: [lost] };
    for (const caller of [operator, admin])
      expect(await caller.refusal(sync.offerRecovered, { body })).toMatchObject({ code: 'DEVICE_MISMATCH' });
    await offer([lost]);
    expect(await linesOf(bravo.admin)).toEqual([]);
    expect(await take(bravo.admin, lost)).toMatchObject({ refused: [{ code: 'RECORD_NOT_FOUND' }] });
    for (const device of [phone.owner, acme.viewer])
      expect(await device.refusal(sync.recovered, { query: {} })).toMatchObject({ status: 403 });
    expect(await take(manager, lost)).toEqual({ taken: 1, refused: [] });
    expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  });
});
