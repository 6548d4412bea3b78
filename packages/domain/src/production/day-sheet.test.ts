import type { ProductionRecord, WellStatus } from '@wellpulse/contracts';
import { expect, it } from 'vitest';
import { completeness, daySheetRows, routeCompleteness } from './day-sheet.ts';

const DAY = '2025-06-15';
const well = (
  id: string,
  route: string | null,
  routePosition: number,
  status: WellStatus = 'ACTIVE',
  pluggedOn: string | null = null,
) => ({
  id,
  name: `Acme #${id}`,
  route,
  routePosition,
  status,
  pluggedOn,
});
const record = (wellId: string, oilVolume: number, createdAt = '2025-06-15T12:00:00.000Z') =>
  ({
    wellId,
    productionDate: DAY,
    oilVolume,
    gasVolume: null,
    waterVolume: null,
    estimatedFrom: null,
    createdAt,
  }) as ProductionRecord;
const on = (productionDate: string, of: ProductionRecord): ProductionRecord => ({ ...of, productionDate });

const wells = [
  well('1', 'South', 1),
  well('2', 'North', 2),
  well('3', 'North', 1),
  well('4', 'North', 3, 'SHUT_IN'),
  well('5', null, 1, 'PLUGGED', '2025-06-14'),
  well('6', null, 2, 'PLUGGED', '2025-06-14'),
  well('7', null, 3, 'PLUGGED', DAY),
];
const records = [record('2', 20), record('3', 30, '2025-06-15T13:00:00.000Z'), record('5', 5)];
const rows = daySheetRows(DAY, wells, records, [
  on('2025-06-12', record('1', 7)),
  on('2025-06-14', record('3', 29)),
  on('2025-06-13', record('1', 9)),
  on('2025-06-13', record('3', 28)),
]);

it('has every well that takes a reading of the day, and a plugged one that has a record', () => {
  expect(rows.map(({ wellId }) => wellId)).toEqual(['3', '2', '4', '1', '5', '7']);
  expect(rows.map(({ takesReading }) => takesReading)).toEqual([true, true, true, true, false, true]);
  expect(rows[0]).toMatchObject({
    wellName: 'Acme #3',
    record: { oilVolume: 30 },
    previous: { oilVolume: 29, gasVolume: null, waterVolume: null },
    last: { oilVolume: 29 },
  });
  expect(rows[3]).toMatchObject({ record: null, previous: null, last: { oilVolume: 9 } });
  expect(rows[1]).toMatchObject({ previous: null, last: null });
});

it('expects entries of active wells', () => {
  expect(completeness(rows)).toEqual({ expected: 3, entered: 2 });
});

it('is summed up for each route', () => {
  expect(routeCompleteness(rows)).toEqual([
    { route: 'North', expected: 2, entered: 2, lastEntryAt: '2025-06-15T13:00:00.000Z', missing: [] },
    {
      route: 'South',
      expected: 1,
      entered: 0,
      lastEntryAt: null,
      missing: [{ wellId: '1', wellName: 'Acme #1' }],
    },
  ]);
});
