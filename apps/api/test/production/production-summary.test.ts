/** The expected numbers are worked out by hand from the table below. */
import { endpoints, type EndpointRequest, type ProductionEntryInput } from '@wellpulse/contracts';
import { aWell } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const { wells, production } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { operator, manager, viewer } = api.acme;

/** Monday 27 January to Sunday 9 February 2025, with holes. */
const ENTRIES: ProductionEntryInput[] = [
  { productionDate: '2025-01-27', oilVolume: 10.1, gasVolume: 20.2, waterVolume: 30.3 }, // Monday
  { productionDate: '2025-01-28', oilVolume: 0.2, gasVolume: 0.1 }, // water not measured
  { productionDate: '2025-01-31', oilVolume: 0, gasVolume: 0, waterVolume: 0 }, // shut in
  { productionDate: '2025-02-01', oilVolume: 12.7, gasVolume: 25, waterVolume: 38.1 }, // Saturday
  { productionDate: '2025-02-03', oilVolume: 12.7, gasVolume: null, waterVolume: 10 }, // next Monday, gas not measured
  { productionDate: '2025-02-09', gasVolume: 5, waterVolume: 7 }, // Sunday, oil not measured
];

const make = async (entries: ProductionEntryInput[]): Promise<string> => {
  const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
  await operator.ask(production.createBulk, { params: { wellId }, body: { entries } });
  return wellId;
};
const wellId = await make(ENTRIES);
const summary = (query: EndpointRequest<typeof production.summary>['query'], id = wellId) =>
  viewer.ask(production.summary, { params: { wellId: id }, query });

test('the whole life of a well', async () => {
  expect(await summary({})).toEqual({
    from: '2025-01-27',
    to: '2025-02-09',
    days: 6,
    estimatedDays: 0,
    daysOn: 5,
    totals: { oilVolume: 35.7, gasVolume: 50.3, waterVolume: 85.4 },
    // Per day measured: oil 35.7 / 5, gas 50.3 / 5, water 85.4 / 5.
    averages: { oilVolume: 7.14, gasVolume: 10.06, waterVolume: 17.08 },
    cumulative: { oilVolume: 35.7, gasVolume: 50.3, waterVolume: 85.4 },
    // Two days have 12.7: the earlier one.
    bestDay: { productionDate: '2025-02-01', oilVolume: 12.7 },
    worstDay: { productionDate: '2025-01-28', oilVolume: 0.2 },
    // Days with both: oil 10.1 + 0 + 12.7 + 12.7 = 35.5, water 30.3 + 0 + 38.1 + 10 = 78.4.
    waterCutPercent: 68.83,
    // Days with both: gas 20.2 + 0.1 + 0 + 25 = 45.3 MCF, oil 10.1 + 0.2 + 0 + 12.7 = 23 bbl.
    gasOilRatio: 1969.6,
    periods: [],
  });
});

test('a range has its own totals, and the cumulative from the very beginning', async () => {
  expect(await summary({ from: '2025-02-01', to: '2025-02-28' })).toMatchObject({
    from: '2025-02-01',
    to: '2025-02-28',
    days: 3,
    totals: { oilVolume: 25.4, gasVolume: 30, waterVolume: 55.1 },
    averages: { oilVolume: 12.7, gasVolume: 15, waterVolume: 18.37 },
    cumulative: { oilVolume: 35.7, gasVolume: 50.3, waterVolume: 85.4 },
  });
  const untilJanuary = await summary({ from: '2025-01-28', to: '2025-01-31' });
  expect(untilJanuary.cumulative).toEqual({ oilVolume: 10.3, gasVolume: 20.3, waterVolume: 30.3 });
});

test('by day', async () => {
  const { periods } = await summary({ by: 'day', from: '2025-01-27', to: '2025-01-28' });
  expect(periods).toEqual([
    {
      from: '2025-01-27',
      to: '2025-01-27',
      days: 1,
      totals: { oilVolume: 10.1, gasVolume: 20.2, waterVolume: 30.3 },
      waterCutPercent: 75,
      gasOilRatio: 2000,
    },
    {
      from: '2025-01-28',
      to: '2025-01-28',
      days: 1,
      totals: { oilVolume: 0.2, gasVolume: 0.1, waterVolume: null },
      waterCutPercent: null,
      gasOilRatio: 500,
    },
  ]);
});

test('by week, which begins on Monday', async () => {
  const { periods } = await summary({ by: 'week' });
  expect(
    periods.map(({ from, to, days, totals }) => [from, to, days, totals.oilVolume, totals.waterVolume]),
  ).toEqual([
    ['2025-01-27', '2025-02-02', 4, 23, 68.4],
    ['2025-02-03', '2025-02-09', 2, 12.7, 17],
  ]);
});

test('by month, of any length', async () => {
  const leap = await make([
    { productionDate: '2024-02-29', oilVolume: 1 },
    { productionDate: '2024-12-31', oilVolume: 2 },
  ]);
  const { periods } = await summary({ by: 'month' });
  expect(periods.map(({ from, to, days, totals }) => [from, to, days, totals.gasVolume])).toEqual([
    ['2025-01-01', '2025-01-31', 3, 20.3],
    ['2025-02-01', '2025-02-28', 3, 30],
  ]);
  expect((await summary({ by: 'month' }, leap)).periods.map(({ from, to }) => [from, to])).toEqual([
    ['2024-02-01', '2024-02-29'],
    ['2024-12-01', '2024-12-31'],
  ]);
});

test('a range without a record is empty, not an error', async () => {
  const nothing = { oilVolume: null, gasVolume: null, waterVolume: null };
  expect(await summary({ from: '2024-01-01', to: '2024-01-31', by: 'day' })).toEqual({
    from: '2024-01-01',
    to: '2024-01-31',
    days: 0,
    estimatedDays: 0,
    daysOn: 0,
    totals: nothing,
    averages: nothing,
    cumulative: nothing,
    bestDay: null,
    worstDay: null,
    waterCutPercent: null,
    gasOilRatio: null,
    periods: [],
  });
});

test('a well that made nothing has no ratios and no worst day', async () => {
  const dry = await make([{ productionDate: '2025-01-01', oilVolume: 0, gasVolume: 0, waterVolume: 0 }]);
  expect(await summary({}, dry)).toMatchObject({
    days: 1,
    estimatedDays: 0,
    daysOn: 0,
    totals: { oilVolume: 0, gasVolume: 0, waterVolume: 0 },
    bestDay: { productionDate: '2025-01-01', oilVolume: 0 },
    worstDay: null,
    waterCutPercent: null,
    gasOilRatio: null,
  });
});

test('sums are exact in decimals: ten times 0.1 is 1', async () => {
  const tenth = await make(
    Array.from({ length: 10 }, (_, index) => ({ productionDate: `2025-01-${10 + index}`, oilVolume: 0.1 })),
  );
  const { totals, averages } = await summary({}, tenth);
  expect([totals.oilVolume, averages.oilVolume]).toEqual([1, 0.1]);
});

test('deleted records are not counted', async () => {
  const well = await make(ENTRIES);
  const { id } = await viewer.ask(production.get, { params: { wellId: well, date: '2025-01-27' } });
  await manager.ask(production.remove, { params: { wellId: well, id } });
  expect(await summary({}, well)).toMatchObject({ from: '2025-01-28', days: 5, totals: { oilVolume: 25.6 } });
});
