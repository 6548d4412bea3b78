import { endpoints } from '@wellpulse/contracts';
import { aWell, type WellInput } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const { wells, production } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { operator, manager, admin, viewer } = api.acme;

const make = async (given: Partial<WellInput>): Promise<string> =>
  (await manager.ask(wells.create, { body: aWell(given) })).id;
const enter = (wellId: string, productionDate: string, oilVolume: number) =>
  operator.ask(production.create, { params: { wellId }, body: { productionDate, oilVolume } });

const second = await make({ name: 'Second', route: 'North', routePosition: 2 });
const first = await make({ name: 'First', route: 'North', routePosition: 1 });
const shutIn = await make({ name: 'Shut in', route: 'South', routePosition: 1, status: 'SHUT_IN' });
const loose = await make({ name: 'Loose' });
const plugged = await make({ name: 'Plugged', route: 'South', routePosition: 2 });
const gone = await make({ name: 'Gone' });
const record = await enter(first, '2025-03-10', 40);
await enter(second, '2025-03-09', 20);
await enter(second, '2025-03-11', 20);
await enter(plugged, '2025-03-10', 5);
const plugging = { version: 1, status: 'PLUGGED', pluggedOn: '2025-03-10' } as const;
await manager.ask(wells.update, { params: { wellId: plugged }, body: plugging });
await admin.ask(wells.remove, { params: { wellId: gone } });

const sheet = (query: { date?: string; route?: string }) => viewer.ask(production.daySheet, { query });

test('the sheet of a day has every well in route order, with its record and the day before', async () => {
  const { date, items, nextCursor } = await sheet({ date: '2025-03-10' });
  expect([date, nextCursor]).toEqual(['2025-03-10', null]);
  expect(items.map(({ wellId, wellName }) => [wellId, wellName])).toEqual([
    [first, 'First'],
    [second, 'Second'],
    [shutIn, 'Shut in'],
    [plugged, 'Plugged'],
    [loose, 'Loose'],
  ]);
  expect(items[0]).toEqual({
    wellId: first,
    wellName: 'First',
    route: 'North',
    routePosition: 1,
    wellStatus: 'ACTIVE',
    takesReading: true,
    record,
    previous: null,
    last: null,
  });
  expect(items[1]).toMatchObject({
    record: null,
    previous: { oilVolume: 20, gasVolume: null, waterVolume: null },
    last: { oilVolume: 20, gasVolume: null, waterVolume: null },
  });
  const { items: later } = await sheet({ date: '2025-04-09' });
  expect(later[1]).toMatchObject({ previous: null, last: { oilVolume: 20 } });
  expect((await sheet({ date: '2025-04-12' })).items[1]).toMatchObject({ previous: null, last: null });
});

test('a plugged well is on the sheets of the days whose readings it takes', async () => {
  const rowOf = async (date: string) =>
    (await sheet({ date })).items.find(({ wellName }) => wellName === 'Plugged');
  expect(await rowOf('2025-03-09')).toMatchObject({ record: null, takesReading: true });
  expect(await rowOf('2025-03-10')).toMatchObject({ record: { oilVolume: 5 }, takesReading: true });
  expect(await rowOf('2025-03-11')).toBeUndefined();
});

test('a route alone', async () => {
  const { items } = await sheet({ date: '2025-03-10', route: 'North' });
  expect(items.map(({ wellName }) => wellName)).toEqual(['First', 'Second']);
  expect((await sheet({ route: 'Nowhere' })).items).toEqual([]);
});

test('a day of the calendar must be given, if one is', async () => {
  expect(await viewer.refusal(production.daySheet, { query: { date: '2025-02-30' } })).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'date' }],
  });
  expect((await sheet({ date: '9999-12-31' })).items).toHaveLength(4);
  expect((await sheet({ date: '1900-01-01' })).items).toHaveLength(5);
});
