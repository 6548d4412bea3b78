import { endpoints, type EndpointRequest, type ProductionEntryInput } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { aWell } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';
import { walk } from '../support/walk.ts';

const { wells, production } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { operator, manager, viewer } = api.acme;

type Query = EndpointRequest<typeof production.list>['query'];

/** A well with these records. */
async function wellWith(...entries: ProductionEntryInput[]): Promise<string> {
  const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
  if (entries.length > 0) {
    await operator.ask(production.createBulk, { params: { wellId }, body: { entries } });
  }
  return wellId;
}
const list = (wellId: string, query: Query = {}) =>
  viewer.ask(production.list, { params: { wellId }, query });
const daysOf = async (wellId: string, query: Query): Promise<string[]> =>
  (await list(wellId, query)).items.map(({ productionDate }) => productionDate);

const wellId = await wellWith(
  { productionDate: '2025-03-01', oilVolume: 30 },
  { productionDate: '2025-03-02', oilVolume: 10, notes: 'Changed the RODS' },
  { productionDate: '2025-03-03', gasVolume: 5, notes: '50% down' },
  { productionDate: '2025-03-04', oilVolume: 20.5, waterVolume: 3 },
);

test('the newest day comes first unless asked otherwise', async () => {
  const newestFirst = ['2025-03-04', '2025-03-03', '2025-03-02', '2025-03-01'];
  expect(await daysOf(wellId, {})).toEqual(newestFirst);
  expect(await daysOf(wellId, { order: 'asc' })).toEqual([...newestFirst].reverse());
});

test('a range includes both of its days', async () => {
  expect(await daysOf(wellId, { from: '2025-03-02', to: '2025-03-03' })).toEqual([
    '2025-03-03',
    '2025-03-02',
  ]);
  expect(await daysOf(wellId, { from: '2025-03-04' })).toEqual(['2025-03-04']);
  expect(await daysOf(wellId, { to: '2025-03-01' })).toEqual(['2025-03-01']);
  expect(await daysOf(wellId, { from: '2026-01-01' })).toEqual([]);
});

test('a range that ends before it begins is refused', async () => {
  const problem = await viewer.refusal(production.list, {
    params: { wellId },
    query: { from: '2025-03-02', to: '2025-03-01' },
  });
  expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'to' }] });
});

test('filters by volume, text in the notes, entry method and author', async () => {
  expect(await daysOf(wellId, { minOilVolume: '10', maxOilVolume: '20.5' })).toEqual([
    '2025-03-04',
    '2025-03-02',
  ]);
  expect(await daysOf(wellId, { minGasVolume: '5' })).toEqual(['2025-03-03']);
  expect(await daysOf(wellId, { maxGasVolume: '4.99' })).toEqual([]);
  expect(await daysOf(wellId, { minWaterVolume: '1', maxWaterVolume: '3' })).toEqual(['2025-03-04']);
  expect(await daysOf(wellId, { search: 'rods' })).toEqual(['2025-03-02']);
  expect(await daysOf(wellId, { search: '%' })).toEqual(['2025-03-03']);
  expect(await daysOf(wellId, { entryMethod: 'SCADA' })).toEqual([]);
  expect(await daysOf(wellId, { createdBy: operator.session.user.id })).toHaveLength(4);
  expect(await daysOf(wellId, { createdBy: manager.session.user.id })).toEqual([]);
});

test('the total counts all that match, not the page', async () => {
  const page = await list(wellId, { minOilVolume: '1', limit: '2' });
  expect(page.items).toHaveLength(2);
  expect(page.total).toBe(3);
  expect(page.nextCursor).not.toBeNull();
});

test('volumes that were not measured sort below zero', async () => {
  expect(await daysOf(wellId, { sort: 'oilVolume', order: 'asc' })).toEqual([
    '2025-03-03',
    '2025-03-02',
    '2025-03-04',
    '2025-03-01',
  ]);
  expect(await daysOf(wellId, { sort: 'waterVolume', order: 'desc', limit: '1' })).toEqual(['2025-03-04']);
});

const SORTS = ['productionDate', 'oilVolume', 'gasVolume', 'waterVolume', 'updatedAt'] as const;

test.each(SORTS.flatMap((sort) => [['asc', sort] as const, ['desc', sort] as const]))(
  'walking all pages %s by %s meets every record once, while others are added',
  async (order, sort) => {
    const days = Array.from({ length: 9 }, (_, index) => addDays('2025-03-05', 2 * index));
    const well = await wellWith(
      ...days.map((productionDate, index) => ({
        productionDate,
        oilVolume: [10, null, 0][index % 3] ?? null,
        gasVolume: index % 2,
        waterVolume: 7.25,
      })),
    );
    let added = 0;
    const met = await walk(
      (cursor) => list(well, { sort, order, limit: '2', ...cursor }),
      () =>
        operator.ask(production.create, {
          params: { wellId: well },
          body: { productionDate: addDays('2025-03-06', 2 * added++), oilVolume: 10 },
        }),
    );
    const metDays = met.map(({ productionDate }) => productionDate);
    expect(new Set(metDays).size).toBe(metDays.length);
    expect(metDays).toEqual(expect.arrayContaining(days));
  },
);

test('deleted records are in no list', async () => {
  const well = await wellWith(
    { productionDate: '2025-03-01', oilVolume: 1 },
    { productionDate: '2025-03-02', oilVolume: 1 },
  );
  const [newest] = (await list(well)).items;
  await manager.ask(production.remove, { params: { wellId: well, id: newest?.id ?? '' } });
  expect(await list(well)).toMatchObject({ items: [{ productionDate: '2025-03-01' }], total: 1 });
});

test('the series holds the days in columns, oldest first, null where nothing was measured', async () => {
  expect(await viewer.ask(production.series, { params: { wellId }, query: { from: '2025-03-02' } })).toEqual({
    dates: ['2025-03-02', '2025-03-03', '2025-03-04'],
    oilVolume: [10, null, 20.5],
    gasVolume: [null, 5, null],
    waterVolume: [null, null, 3],
    estimatedDates: [],
  });
  const empty = await viewer.ask(production.series, { params: { wellId: await wellWith() }, query: {} });
  expect(empty).toEqual({
    dates: [],
    oilVolume: [],
    gasVolume: [],
    waterVolume: [],
    estimatedDates: [],
  });
});

test('the life of a record is told value by value, from and to, deletion included', async () => {
  const { id: well } = await manager.ask(wells.create, { body: aWell() });
  const params = { wellId: well };
  const day = { productionDate: '2025-03-01' };
  const { id } = await operator.ask(production.create, {
    params,
    body: { ...day, oilVolume: 40, notes: 'A' },
  });
  const record = { wellId: well, id };
  await manager.ask(production.update, {
    params: record,
    body: { version: 1, ...day, oilVolume: 42, gasVolume: 7, notes: 'A' },
  });
  await manager.ask(production.remove, { params: record });
  await operator.ask(production.create, { params, body: { ...day, waterVolume: 9 } });

  const { items } = await viewer.ask(production.history, { params: record });
  const told = items.map(({ eventType, userName, source, changes }) => ({
    eventType,
    userName,
    source,
    changes: changes.toSorted((a, b) => a.field.localeCompare(b.field)),
  }));
  expect(told).toEqual([
    {
      eventType: 'PRODUCTION_CREATED',
      userName: operator.session.user.name,
      source: 'WEB',
      changes: [
        { field: 'notes', from: null, to: 'A' },
        { field: 'oilVolume', from: null, to: 40 },
      ],
    },
    {
      eventType: 'PRODUCTION_UPDATED',
      userName: manager.session.user.name,
      source: 'WEB',
      changes: [
        { field: 'gasVolume', from: null, to: 7 },
        { field: 'oilVolume', from: 40, to: 42 },
      ],
    },
    {
      eventType: 'PRODUCTION_DELETED',
      userName: manager.session.user.name,
      source: 'WEB',
      changes: [
        { field: 'gasVolume', from: 7, to: null },
        { field: 'notes', from: 'A', to: null },
        { field: 'oilVolume', from: 42, to: null },
      ],
    },
    {
      eventType: 'PRODUCTION_CREATED',
      userName: operator.session.user.name,
      source: 'WEB',
      changes: [{ field: 'waterVolume', from: null, to: 9 }],
    },
  ]);
});

test('the history of a record that never was is not found', async () => {
  const params = { wellId, id: crypto.randomUUID() };
  expect((await viewer.refusal(production.history, { params })).code).toBe('PRODUCTION_NOT_FOUND');
});
