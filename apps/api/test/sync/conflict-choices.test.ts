/** What a person who chooses is told, that a choice can be taken back, and what is news to whom: for each role, and for two tenants. */
import { endpoints, ROLES, type Conflict } from '@wellpulse/contracts';
import { anItem, aWell, TestDevice } from '@wellpulse/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import type { TestTenant } from '../support/tenants.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo, clock } = api;
const DAY = '2025-03-10';
const DAY_BEFORE = '2025-03-09';
const PLACE = {
  latitude: 31.9,
  longitude: -102.1,
  accuracyFeet: 16,
  capturedAt: '2025-03-10T12:00:00.000Z',
  distanceFeet: 120,
};
const START = Date.parse(clock.now()) + 86_400_000;
const at = (minute: number): string => new Date(START + minute * 60_000).toISOString();
let arrivals = 1000;
clock.stopAt(at(arrivals));
const now = (): string => clock.now();

const register = (person: TestTenant['operator']) => TestDevice.register(person, now);
const pumper = await register(acme.operator);
const foreman = await register(acme.manager);

type Values = Readonly<Record<string, unknown>>;

/** A reading of the day, typed at a minute by a person who saw `baseVersion`. It arrives alone, later than all before it. */
async function enters(
  device: TestDevice,
  aggregateId: string,
  minute: number,
  values: Values,
  baseVersion: number | null = 0,
): Promise<void> {
  arrivals += 1;
  clock.stopAt(at(arrivals));
  const eventType = baseVersion === 0 || baseVersion === null ? 'PRODUCTION_CREATED' : 'PRODUCTION_UPDATED';
  const payload = { productionDate: DAY, ...values };
  const { failed } = await device.sync([
    device.event({ eventType, aggregateId, baseVersion, timestamp: at(minute), payload }),
  ]);
  expect(failed).toEqual([]);
}

const makeWell = async ({ manager }: TestTenant): Promise<string> =>
  (await manager.ask(endpoints.wells.create, { body: aWell() })).id;

async function onlyConflict(wellId: string): Promise<Conflict> {
  const { items } = await acme.viewer.ask(endpoints.conflicts.list, { query: { wellId } });
  const [conflict, ...others] = items;
  expect(others).toEqual([]);
  if (conflict === undefined) throw new Error('There is no conflict');
  return conflict;
}

async function policy(conflictPolicy: 'PROMPT' | 'LAST_WRITE_WINS'): Promise<void> {
  const { version } = await acme.admin.ask(endpoints.tenant.getSettings, {});
  await acme.admin.ask(endpoints.tenant.updateSettings, { body: { version, conflictPolicy } });
}

const oilOf = async (wellId: string): Promise<number | null> =>
  (await acme.viewer.ask(endpoints.production.get, { params: { wellId, date: DAY } })).oilVolume;

describe('who chooses is told', () => {
  test('both whole sides, where they stood, the day before, and which side counts', async () => {
    const wellId = await makeWell(acme);
    await acme.manager.ask(endpoints.production.create, {
      params: { wellId },
      body: { productionDate: DAY_BEFORE, oilVolume: 82.2 },
    });
    const slip = { oilVolume: 42.5, waterVolume: 140, notes: 'recalculated from run ticket' };
    await enters(pumper, wellId, 1, { oilVolume: 24.5, location: PLACE });
    await enters(foreman, wellId, 2, slip);
    const conflict = await onlyConflict(wellId);
    expect(conflict).toMatchObject({
      outcome: 'OVERWRITE',
      baseVersion: 0,
      baseData: null,
      settledData: slip,
      dayBefore: { oilVolume: 82.2, gasVolume: null, waterVolume: null },
      existing: { location: PLACE },
      incoming: { location: null },
    });
    const params = { conflictId: conflict.id };
    expect(await acme.viewer.ask(endpoints.conflicts.get, { params })).toEqual(conflict);
  });

  test('what both began from, where others changed other values', async () => {
    const wellId = await makeWell(acme);
    await enters(pumper, wellId, 1, { oilVolume: 40, gasVolume: 7 });
    await enters(foreman, wellId, 2, { waterVolume: 140, notes: 'from the ticket' }, 1);
    await enters(pumper, wellId, 3, { gasVolume: 9 }, 1);
    const { id, outcome, baseVersion, baseData, existingData, settledData } = await onlyConflict(wellId);
    expect([outcome, baseVersion]).toEqual(['MERGE', 1]);
    expect(baseData).toMatchObject({ oilVolume: 40, gasVolume: 7, waterVolume: null, notes: null });
    // Devices keep it: a person chooses without a network too.
    const pulled = await acme.manager.ask(endpoints.sync.changes, { query: { limit: '5000' } });
    expect(pulled.changes.find((change) => change.id === id)?.data).toMatchObject({ baseVersion, baseData });
    expect(existingData).toMatchObject({ gasVolume: 7, waterVolume: 140, notes: 'from the ticket' });
    expect(settledData).toMatchObject({ oilVolume: 40, gasVolume: 9, waterVolume: 140 });
  });

  test('that a device did not hold the day, and then what was there before the other side', async () => {
    const wellId = await makeWell(acme);
    await enters(pumper, wellId, 1, { oilVolume: 40 });
    await enters(foreman, wellId, 9, { oilVolume: 41 }, null);
    expect(await onlyConflict(wellId)).toMatchObject({
      outcome: 'SKIP',
      baseVersion: null,
      baseData: null,
      settledData: { oilVolume: 40 },
    });
  });

  test('the same of equipment, which has no day before', async () => {
    const wellId = await makeWell(acme);
    const { id: aggregateId } = await acme.manager.ask(endpoints.equipment.create, {
      params: { wellId },
      body: anItem({ status: 'OPERATIONAL' }),
    });
    const sets = (device: TestDevice, status: string, minute: number) =>
      device.sync([
        device.event({
          eventType: 'EQUIPMENT_UPDATED',
          aggregateId,
          baseVersion: 1,
          timestamp: at(minute),
          payload: { status },
        }),
      ]);
    // Both after the item was made, and before they arrive.
    arrivals += 10;
    clock.stopAt(at(arrivals));
    await sets(pumper, 'FAILED', arrivals - 2);
    await sets(foreman, 'MAINTENANCE', arrivals - 5);
    expect(await onlyConflict(wellId)).toMatchObject({
      baseData: { status: 'OPERATIONAL' },
      existingData: { status: 'FAILED' },
      settledData: { status: 'FAILED' },
      dayBefore: null,
    });
  });
});

describe('a choice', () => {
  const meet = async (existing: Values, incoming: Values): Promise<Conflict> => {
    await policy('PROMPT');
    const wellId = await makeWell(acme);
    await enters(pumper, wellId, 1, existing);
    await enters(foreman, wellId, 2, incoming);
    await policy('LAST_WRITE_WINS');
    return onlyConflict(wellId);
  };
  const resolve = ({ id }: Conflict, body: { choice: 'INCOMING' | 'MERGED'; values?: Values }) =>
    acme.manager.ask(endpoints.conflicts.resolve, { params: { conflictId: id }, body });
  const reopen = ({ id }: Conflict) =>
    acme.manager.ask(endpoints.conflicts.reopen, { params: { conflictId: id } });

  test('is taken back: the record holds what it held, and somebody chooses again', async () => {
    const conflict = await meet({ oilVolume: 42.5 }, { oilVolume: 45, gasVolume: 7 });
    expect(await resolve(conflict, { choice: 'INCOMING' })).toMatchObject({ settledData: { oilVolume: 45 } });
    expect(await reopen(conflict)).toMatchObject({
      status: 'OPEN',
      choice: null,
      resolvedAt: null,
      settledData: null,
      current: { oilVolume: 42.5, gasVolume: null },
    });
    const merged = await resolve(conflict, { choice: 'MERGED', values: { oilVolume: 44 } });
    expect(merged).toMatchObject({ status: 'RESOLVED', choice: 'MERGED', current: { oilVolume: 44 } });
    expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  });

  test('that is taken back leaves alone what was corrected since', async () => {
    const conflict = await meet({ oilVolume: 42.5 }, { oilVolume: 45, gasVolume: 7 });
    const { current } = await resolve(conflict, { choice: 'INCOMING' });
    await acme.operator.ask(endpoints.production.update, {
      params: { wellId: conflict.wellId, id: conflict.recordId },
      body: { version: Number(current?.['version']), oilVolume: 43 },
    });
    expect(await reopen(conflict)).toMatchObject({ current: { oilVolume: 43, gasVolume: null } });
  });

  test('that waits is told on Home with the well, and so is what somebody chose', async () => {
    const conflict = await meet({ oilVolume: 18.5 }, { oilVolume: 81.5 });
    const feed = async () =>
      (await acme.viewer.ask(endpoints.dashboard.activity, { query: { limit: '2' } })).items;
    const { wellId, wellName } = conflict;
    expect((await feed()).find(({ eventType }) => eventType === 'PRODUCTION_CREATED')).toMatchObject({
      wellId,
      conflictStatus: 'OPEN',
    });
    await resolve(conflict, { choice: 'INCOMING' });
    expect((await feed())[0]).toMatchObject({
      eventType: 'CONFLICT_RESOLVED',
      wellId,
      wellName,
      conflictStatus: null,
    });
  });

  test('of a deletion is taken back: the record is there again', async () => {
    const wellId = await makeWell(acme);
    await enters(pumper, wellId, 1, { oilVolume: 42.5 });
    await enters(pumper, wellId, 3, { oilVolume: 44 }, 1);
    await policy('PROMPT');
    await foreman.sync([
      foreman.event({
        eventType: 'PRODUCTION_DELETED',
        aggregateId: wellId,
        baseVersion: 1,
        timestamp: at(4),
        payload: { productionDate: DAY },
      }),
    ]);
    await policy('LAST_WRITE_WINS');
    const conflict = await onlyConflict(wellId);
    expect(await resolve(conflict, { choice: 'INCOMING' })).toMatchObject({
      current: null,
      settledData: null,
    });
    expect(await reopen(conflict)).toMatchObject({ status: 'OPEN', current: { oilVolume: 44 } });
  });

  test.each([
    { typed: 'later', minute: 2, undone: 40 },
    { typed: 'earlier', minute: 0, undone: 45 },
  ])('an undo of what the rules did with a $typed entry is taken back too', async ({ minute, undone }) => {
    const wellId = await makeWell(acme);
    await enters(pumper, wellId, 1, { oilVolume: 40 });
    await enters(foreman, wellId, minute, { oilVolume: 45 });
    const conflict = await onlyConflict(wellId);
    await acme.manager.ask(endpoints.conflicts.undo, { params: { conflictId: conflict.id } });
    expect(await oilOf(wellId)).toBe(undone);
    // What stands in an open conflict is the side that was there.
    expect(await reopen(conflict)).toMatchObject({ status: 'OPEN', current: { oilVolume: 40 } });
  });

  test('that nobody made cannot be taken back, nor one twice, nor by another tenant', async () => {
    const conflict = await meet({ oilVolume: 42.5 }, { oilVolume: 45 });
    const request = { params: { conflictId: conflict.id } };
    const refused = { status: 409, code: 'CONFLICT_NOT_REOPENABLE' };
    expect(await acme.manager.refusal(endpoints.conflicts.reopen, request)).toMatchObject(refused);
    await resolve(conflict, { choice: 'INCOMING' });
    expect(await bravo.manager.refusal(endpoints.conflicts.reopen, request)).toMatchObject({
      status: 404,
      code: 'CONFLICT_NOT_FOUND',
    });
    await reopen(conflict);
    expect(await acme.manager.refusal(endpoints.conflicts.reopen, request)).toMatchObject(refused);
  });
});

describe('what the rules settled', () => {
  const news = (caller: TestTenant['viewer']) => caller.ask(endpoints.conflicts.news, {});
  const look = (caller: TestTenant['viewer'], sequence: number) =>
    caller.ask(endpoints.conflicts.looked, { body: { sequence } });
  const settleOne = async (): Promise<void> => {
    const wellId = await makeWell(acme);
    await enters(pumper, wellId, 1, { oilVolume: 24.5 });
    await enters(foreman, wellId, 2, { oilVolume: 42.5 });
  };

  test.each(ROLES)(
    'is news to a %s until they look, in any browser of theirs, and to nobody else',
    async (role) => {
      const [person, other] = [await acme.join(role), await acme.join(role)];
      expect(await news(person)).toMatchObject({ settled: 0 });
      await settleOne();
      const { settled, sequence, lookedUntil } = await news(person);
      expect(settled).toBe(1);
      expect(sequence).toBeGreaterThan(lookedUntil);
      expect(await look(person, sequence)).toEqual({ settled: 0, sequence, lookedUntil: sequence });
      expect(await news(await person.again())).toMatchObject({ settled: 0, lookedUntil: sequence });
      expect(await news(other)).toMatchObject({ settled: 1 });
      expect(await news(bravo.as(role))).toMatchObject({ settled: 0, sequence: 0 });
    },
  );

  test('stays looked at when a page that was opened earlier says so later, and comes again with the next one', async () => {
    const person = await acme.join('MANAGER');
    await settleOne();
    const { sequence } = await news(person);
    await look(person, sequence);
    expect(await look(person, 1)).toMatchObject({ settled: 0, lookedUntil: sequence });
    await settleOne();
    expect(await look(person, sequence)).toMatchObject({ settled: 1 });
    // Nobody has looked at what is not there yet.
    const future = await look(person, sequence + 1_000_000);
    expect(future.lookedUntil).toBe(future.sequence);
  });

  test('is no news where both sides stand, or where a person has decided since', async () => {
    const person = await acme.join('MANAGER');
    const wellId = await makeWell(acme);
    await enters(pumper, wellId, 1, { oilVolume: 24.5 });
    await enters(foreman, wellId, 2, { gasVolume: 7 });
    expect(await news(person)).toMatchObject({ settled: 0 });
    await enters(foreman, wellId, 3, { oilVolume: 42.5 });
    expect(await news(person)).toMatchObject({ settled: 1 });
    const { items } = await person.ask(endpoints.conflicts.list, { query: { wellId, outcome: 'OVERWRITE' } });
    await person.ask(endpoints.conflicts.undo, { params: { conflictId: items[0]?.id ?? '' } });
    expect(await news(person)).toMatchObject({ settled: 0 });
  });
});
