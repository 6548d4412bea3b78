import { expect, test } from 'vitest';
import { ratiosOf, summarise, type DayVolumes } from './production-summary.ts';

const day = (productionDate: string, given: Partial<DayVolumes>): DayVolumes => ({
  productionDate,
  oilVolume: null,
  gasVolume: null,
  waterVolume: null,
  estimatedFrom: null,
  ...given,
});

test('a ratio counts only days on which both of its volumes were measured', () => {
  const measured = { oilVolume: 30, gasVolume: 60, waterVolume: 10 };
  const ratios = { waterCutPercent: 25, gasOilRatio: 2000 };
  expect(ratiosOf([measured])).toEqual(ratios);
  const days = [
    measured,
    { oilVolume: null, gasVolume: 500, waterVolume: 500 },
    { oilVolume: 500, gasVolume: null, waterVolume: null },
  ];
  expect(ratiosOf(days)).toEqual(ratios);
});

test('a well without liquid has no water cut, and one without oil no gas-oil ratio', () => {
  expect(ratiosOf([])).toEqual({ waterCutPercent: null, gasOilRatio: null });
  expect(ratiosOf([{ oilVolume: 0, gasVolume: 5, waterVolume: 1 }])).toEqual({
    waterCutPercent: 100,
    gasOilRatio: null,
  });
});

test('ratios round a half up, and sums of any length are exact', () => {
  // 1 / 800 is 0.125 %.
  expect(ratiosOf([{ oilVolume: 7.99, gasVolume: null, waterVolume: 0.01 }]).waterCutPercent).toBe(0.13);
  const tenths = Array.from({ length: 1000 }, (_, index) => day(`2025-01-${index}`, { oilVolume: 0.1 }));
  expect(summarise(tenths, {}).totals.oilVolume).toBe(100);
});

test('the days may come in any order; of equal days the earlier one is the best', () => {
  const days = [
    day('2025-02-03', { oilVolume: 9 }),
    day('2025-02-01', { oilVolume: 9 }),
    day('2025-02-02', { oilVolume: 1 }),
  ];
  expect(summarise(days, {})).toMatchObject({
    from: '2025-02-01',
    to: '2025-02-03',
    bestDay: { productionDate: '2025-02-01' },
    worstDay: { productionDate: '2025-02-02' },
  });
});

test('an estimate counts in totals, and is neither the best day nor the worst', () => {
  const days = [
    day('2025-02-01', { oilVolume: 9, estimatedFrom: '2025-02' }),
    day('2025-02-02', { oilVolume: 5 }),
    day('2025-02-03', { oilVolume: 1, estimatedFrom: '2025-02' }),
  ];
  expect(summarise(days, {})).toMatchObject({
    days: 3,
    estimatedDays: 2,
    totals: { oilVolume: 15 },
    bestDay: { productionDate: '2025-02-02' },
    worstDay: { productionDate: '2025-02-02' },
  });
});

test('weeks begin on Monday, also before 1970; months have their own length', () => {
  const days = [day('1969-12-31', { oilVolume: 1 }), day('2024-02-29', { oilVolume: 1 })];
  const of = (by: 'week' | 'month') => summarise(days, {}, by).periods.map(({ from, to }) => [from, to]);
  expect(of('week')).toEqual([
    ['1969-12-29', '1970-01-04'],
    ['2024-02-26', '2024-03-03'],
  ]);
  expect(of('month')).toEqual([
    ['1969-12-01', '1969-12-31'],
    ['2024-02-01', '2024-02-29'],
  ]);
});
