import { expect, test } from 'vitest';
import { dayTotals, productTotals } from './day-totals.ts';

const reading = (
  wellId: string,
  productionDate: string,
  oilVolume: number | null,
  estimatedFrom: string | null = null,
) => ({
  wellId,
  productionDate,
  oilVolume,
  gasVolume: null,
  waterVolume: null,
  estimatedFrom,
});

test('only wells with both days measured say how today stands against yesterday', () => {
  const readings = [
    reading('a', '2025-10-19', 100),
    reading('b', '2025-10-19', 50),
    reading('c', '2025-10-19', null),
    reading('a', '2025-10-20', 70),
    reading('c', '2025-10-20', 5),
    reading('d', '2025-10-19', 30, '2025-10'),
    reading('d', '2025-10-20', 60),
  ];
  expect(dayTotals(readings, '2025-10-20', 'OIL')).toMatchObject({
    today: 135,
    yesterday: 180,
    mean30: 180,
    changePercent: -30,
  });
});

test('the mean is of the days before that somebody measured', () => {
  const totals = productTotals([10, null, 20.01, 99], { today: null, yesterday: null });
  expect(totals).toMatchObject({ today: 99, yesterday: 20.01, mean30: 15.01, changePercent: null });
});

test('a change rounds a half away from zero; against nothing there is none', () => {
  expect(productTotals([], { today: 799.6, yesterday: 800 }).changePercent).toBe(-0.1);
  expect(productTotals([], { today: 800.4, yesterday: 800 }).changePercent).toBe(0.1);
  expect(productTotals([], { today: 5, yesterday: 0 }).changePercent).toBe(null);
});

test('a day without readings has a trend of unmeasured days', () => {
  const { trend, today } = dayTotals([], '2025-10-20', 'GAS');
  expect([trend.length, today, new Set(trend)]).toEqual([31, null, new Set([null])]);
});
