/** Several states of one record that restores lost: each is listed until somebody has decided on it (ADR 86). */
import { endpoints, type RecoveredLine, type RecoveredRecord } from '@wellpulse/contracts';
import { aWell, TestDevice, type SignedInCaller } from '@wellpulse/testing';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { LineageService, presentLineage } from '../../src/lineage/lineage.service.ts';
import { startApi } from '../support/harness.ts';
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
const { production, sync, wells } = endpoints;
const DAY = '2025-03-01';

const take = (caller: SignedInCaller, ...lines: readonly RecoveredLine[]) =>
  caller.ask(sync.takeOver, {
    body: { records: lines.map(({ entity, id, stateId, version }) => ({ entity, id, stateId, version })) },
  });
const leaveOut = (caller: SignedInCaller, ...lines: readonly RecoveredLine[]) =>
  caller.ask(sync.leaveOut, {
    body: { records: lines.map(({ entity, id, stateId }) => ({ entity, id, stateId })) },
  });
const volumesOf = (lines: readonly RecoveredLine[]) =>
  lines.map(({ payload }) => (payload as { oilVolume?: number }).oilVolume ?? null);

test('two restores lose two changes of one reading, and a manager sees both', async () => {
  const tenant = await api.addTenant();
  const { manager, operator } = tenant;
  const { id: wellId } = await manager.ask(wells.create, {
    body: aWell({ operatorIds: [operator.session.user.id] }),
  });
  const { id } = await manager.ask(production.create, {
    params: { wellId },
    body: { productionDate: DAY, oilVolume: 40 },
  });
  const { client: truck } = await yard.aTruck(tenant.slug, operator);
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  for (const oilVolume of [60, 70]) {
    const boss = await manager.again();
    const { version } = await boss.ask(production.get, { params: { wellId, date: DAY } });
    await boss.ask(production.update, { params: { wellId, id }, body: { version, oilVolume } });
    await truck.sync.syncNow();
    await backup.restore();
    await signInAgain(tenant.slug, { client: truck }, operator);
    await truck.sync.syncNow();
    await truck.sync.syncNow();
  }
  const boss = await manager.again();
  const lines = await linesOf(boss);
  expect(lines).toMatchObject([
    {
      id,
      isNewest: true,
      payload: { oilVolume: 70 },
      current: { oilVolume: 40 },
      changedAt: expect.any(String),
    },
    { id, isNewest: false, payload: { oilVolume: 60 }, current: { oilVolume: 40 }, deviceName: 'Truck 1' },
  ]);
  const [later, earlier] = lines.map(({ changedAt }) => Date.parse(changedAt ?? ''));
  expect(later).toBeGreaterThan(earlier ?? 0);

  expect(await take(boss, ...lines.slice(1))).toEqual({ taken: 1, refused: [] });
  const left = await linesOf(boss);
  expect(left).toMatchObject([{ payload: { oilVolume: 70 }, current: { oilVolume: 60 } }]);
  expect(await take(boss, ...left)).toEqual({ taken: 1, refused: [] });
  expect(await linesOf(boss)).toEqual([]);
  expect(await boss.ask(production.get, { params: { wellId, date: DAY } })).toMatchObject({ oilVolume: 70 });
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
});

test('a deletion that was lost is told, also where the log holds an earlier one of the same record', async () => {
  const tenant = await api.addTenant();
  const { manager, operator } = tenant;
  const { id: wellId } = await manager.ask(wells.create, {
    body: aWell({ operatorIds: [operator.session.user.id] }),
  });
  const enter = (caller: SignedInCaller, oilVolume: number) =>
    caller.ask(production.create, { params: { wellId }, body: { productionDate: DAY, oilVolume } });
  const { id } = await enter(manager, 40);
  await manager.ask(production.remove, { params: { wellId, id } });
  const { client: truck } = await yard.aTruck(tenant.slug, operator);
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  await enter(manager, 50);
  await truck.sync.syncNow();
  await manager.ask(production.remove, { params: { wellId, id } });
  await truck.sync.syncNow();
  await backup.restore();
  await signInAgain(tenant.slug, { client: truck }, operator);
  await truck.sync.syncNow();
  await truck.sync.syncNow();
  const boss = await manager.again();
  await enter(boss, 55);
  expect(await linesOf(boss)).toMatchObject([
    { id, eventType: 'PRODUCTION_DELETED', current: { oilVolume: 55 } },
  ]);
});

describe('states of one record', () => {
  let [phone, tablet]: TestDevice[] = [];
  let wellId: string;
  const { operator, manager, admin } = acme;
  beforeAll(async () => {
    const register = (name: string) => TestDevice.register(operator, () => api.clock.now(), { name });
    [phone, tablet] = [await register('Phone'), await register('Tablet')];
    wellId = (await manager.ask(wells.create, { body: aWell() })).id;
    const present = await presentLineage(acme.database.db);
    await api.app.get(LineageService).begin(acme.database, present, { cause: 'COMMAND' });
  });

  const offer = (records: readonly RecoveredRecord[], device = phone) =>
    device?.owner.ask(sync.offerRecovered, { body: { records: [...records] } });
  const linesFor = async ({ id }: RecoveredRecord) =>
    (await linesOf(manager)).filter((line) => line.id === id);
  /** One reading as it was again and again: each state with its own version and moment, the oldest first. */
  const statesOf = (day: string, ...volumes: readonly number[]): RecoveredRecord[] => {
    const first = aLostReading(operator, wellId, day, 0);
    return volumes.map((oilVolume, index) => ({
      ...first,
      version: index + 1,
      data: { ...first.data, version: index + 1, oilVolume, updatedAt: `2025-03-05T12:00:0${index}.000Z` },
    }));
  };

  test('are listed newest first, each as of its moment and of the device that sent it', async () => {
    const [first, second, third] = statesOf('2025-04-01', 50, 51, 52);
    if (first === undefined || second === undefined || third === undefined) throw new Error('Three');
    expect(await offer([second])).toEqual({ kept: 1, refused: [] });
    expect(await offer([third, first], tablet)).toEqual({ kept: 2, refused: [] });
    expect(await linesFor(first)).toMatchObject([
      {
        payload: { oilVolume: 52 },
        changedAt: third.data['updatedAt'],
        deviceName: 'Tablet',
        isNewest: true,
      },
      {
        payload: { oilVolume: 51 },
        changedAt: second.data['updatedAt'],
        deviceName: 'Phone',
        isNewest: false,
      },
      {
        payload: { oilVolume: 50 },
        changedAt: first.data['updatedAt'],
        deviceName: 'Tablet',
        isNewest: false,
      },
    ]);
    const keys = (await linesFor(first)).map(({ recordKey }) => recordKey);
    expect(new Set(keys).size).toBe(1);
  });

  test('are read page by page, and none is left out or comes twice', async () => {
    const states = statesOf('2025-04-02', 50, 51, 52, 53);
    await offer(states);
    const all = await linesOf(manager);
    const read: RecoveredLine[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = { limit: '2', ...(cursor === '' ? {} : { cursor }) };
      const page: { items: RecoveredLine[]; nextCursor: string | null } = await manager.ask(sync.recovered, {
        query,
      });
      read.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(read).toEqual(all);
    expect(volumesOf(read.filter(({ id }) => id === states[0]?.id))).toEqual([53, 52, 51, 50]);
  });

  test('are one where devices send the same, or one sends it twice, or the same values of another moment', async () => {
    const [first, second, again] = statesOf('2025-04-03', 50, 51, 50);
    if (first === undefined || second === undefined || again === undefined) throw new Error('Three');
    expect(await offer([first, second, first])).toEqual({ kept: 2, refused: [] });
    expect(await offer([second, first], tablet)).toEqual({ kept: 0, refused: [] });
    const withNull = { ...first, data: { ...first.data, notes: null } };
    expect(await offer([withNull], tablet)).toEqual({ kept: 0, refused: [] });
    expect(volumesOf(await linesFor(first))).toEqual([51, 50]);
    expect(await offer([again], tablet)).toEqual({ kept: 1, refused: [] });
    expect(await linesFor(first)).toMatchObject([
      { payload: { oilVolume: 50 }, changedAt: again.data['updatedAt'], deviceName: 'Tablet' },
      { payload: { oilVolume: 51 }, deviceName: 'Phone' },
    ]);
  });

  test('are left out one by one, and what was decided on does not come back', async () => {
    const states = statesOf('2025-04-04', 50, 51, 52);
    const [first, second] = states;
    if (first === undefined || second === undefined) throw new Error('Three');
    await offer(states);
    const lines = await linesFor(first);
    await leaveOut(manager, ...lines.slice(0, 1));
    expect(await linesFor(first)).toMatchObject([
      { payload: { oilVolume: 51 }, isNewest: false },
      { payload: { oilVolume: 50 }, isNewest: false },
    ]);
    expect(await take(manager, ...lines.slice(1, 2))).toEqual({ taken: 1, refused: [] });
    for (const device of [phone, tablet])
      expect(await offer(states, device)).toEqual({ kept: 0, refused: [] });
    expect(await linesFor(first)).toMatchObject([{ payload: { oilVolume: 50 }, current: { oilVolume: 51 } }]);
    const { items } = await manager.ask(endpoints.audit.events, { query: { limit: '1' } });
    expect(items).toMatchObject([
      {
        eventType: 'RECOVERED_TAKEN_OVER',
        payload: { records: [{ recordId: first.id, version: second.version }] },
      },
    ]);
    // The office made that state once more, and another restore lost it: nobody has decided on that.
    const lostAgain = {
      ...second,
      version: 9,
      data: { ...second.data, updatedAt: '2025-03-06T12:00:00.000Z' },
    };
    await manager.ask(production.update, {
      params: { wellId, id: (await standing('2025-04-04')).id },
      body: { version: (await standing('2025-04-04')).version, oilVolume: 1 },
    });
    expect(await offer([lostAgain])).toEqual({ kept: 1, refused: [] });
    expect(volumesOf(await linesFor(first))).toEqual([51, 50]);
  });

  const standing = async (day: string) => {
    const { items } = await manager.ask(production.list, { params: { wellId }, query: {} });
    const found = items.find(({ productionDate }) => productionDate === day);
    if (found === undefined) throw new Error('It stands');
    return found;
  };

  test('that equals what stands is none, and the others are listed beside it', async () => {
    const states = statesOf('2025-04-05', 50, 51);
    await manager.ask(production.create, {
      params: { wellId },
      body: { productionDate: '2025-04-05', oilVolume: 51 },
    });
    await offer(states);
    const lines = (await linesOf(manager)).filter(({ id }) => id === states[0]?.id);
    expect(lines).toMatchObject([
      { payload: { oilVolume: 50 }, current: { oilVolume: 51 }, isNewest: false },
    ]);
  });

  test('are taken over once a request, the newest, however many of one record it names', async () => {
    const states = statesOf('2025-04-06', 50, 51);
    await offer(states);
    const lines = await linesOf(manager).then((all) => all.filter(({ id }) => id === states[0]?.id));
    expect(await take(manager, ...lines.toReversed())).toMatchObject({
      taken: 1,
      refused: [{ stateId: lines[1]?.stateId, code: 'VERSION_CONFLICT' }],
    });
    expect(await standing('2025-04-06')).toMatchObject({ oilVolume: 51 });
  });

  test('of a deletion are one, whatever each device had before it', async () => {
    const [first, second, third] = statesOf('2025-04-07', 50, 51, 52);
    if (first === undefined || second === undefined || third === undefined) throw new Error('Three');
    await manager.ask(production.create, {
      params: { wellId },
      body: { productionDate: '2025-04-07', oilVolume: 40 },
    });
    expect(await offer([{ ...second, version: 4, deleted: true }])).toEqual({ kept: 1, refused: [] });
    expect(await offer([{ ...first, version: 4, deleted: true }, third], tablet)).toEqual({
      kept: 1,
      refused: [],
    });
    expect(await linesFor(first)).toMatchObject([
      { eventType: 'PRODUCTION_DELETED', isNewest: true, changedAt: null },
      { payload: { oilVolume: 52 }, isNewest: false },
    ]);
  });

  test('are decided on once, when two managers click at once', async () => {
    const states = statesOf('2025-04-08', 50, 51);
    await offer(states);
    const lines = (await linesOf(manager)).filter(({ id }) => id === states[0]?.id);
    const [newest, older] = [lines.slice(0, 1), lines.slice(1)];
    const same = await Promise.all([take(manager, ...newest), take(admin, ...newest)]);
    expect(same.reduce((sum, { taken }) => sum + taken, 0)).toBe(1);
    expect(same.flatMap(({ refused }) => refused)).toMatchObject([{ code: 'RECORD_NOT_FOUND' }]);
    // The one who read what stood before is told so.
    expect(await take(admin, ...older)).toMatchObject({ taken: 0, refused: [{ code: 'VERSION_CONFLICT' }] });
    const again = (await linesOf(manager)).filter(({ id }) => id === states[0]?.id);
    await Promise.all([leaveOut(manager, ...again), take(admin, ...again)]);
    expect((await linesOf(manager)).filter(({ id }) => id === states[0]?.id)).toEqual([]);
    expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  });

  test('belong to their company, and to those who decide', async () => {
    const states = statesOf('2025-04-09', 50, 51);
    await offer(states);
    const lines = (await linesOf(manager)).filter(({ id }) => id === states[0]?.id);
    expect(await take(bravo.admin, ...lines)).toMatchObject({
      taken: 0,
      refused: [{ code: 'RECORD_NOT_FOUND' }, { code: 'RECORD_NOT_FOUND' }],
    });
    await leaveOut(bravo.admin, ...lines);
    const body = {
      records: lines.map(({ entity, id, stateId, version }) => ({ entity, id, stateId, version })),
    };
    for (const caller of [operator, acme.viewer]) {
      expect(await caller.refusal(sync.takeOver, { body })).toMatchObject({ status: 403 });
      expect(await caller.refusal(sync.leaveOut, { body })).toMatchObject({ status: 403 });
    }
    // A state of one record is none of another.
    const [line] = lines;
    if (line === undefined) throw new Error('A line');
    const ofAnother = { ...line, id: crypto.randomUUID() };
    expect(await take(manager, ofAnother)).toMatchObject({ refused: [{ code: 'RECORD_NOT_FOUND' }] });
    expect((await linesOf(manager)).filter(({ id }) => id === states[0]?.id)).toEqual(lines);
  });
});
