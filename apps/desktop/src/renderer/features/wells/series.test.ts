import { expect, test } from 'vitest';
import { withOwnDays } from './series.ts';

test('a year is that of the office, and of a day that both have what stands on this laptop', () => {
  const office = {
    dates: ['2025-01-01', '2025-10-19', '2025-10-20'],
    oilVolume: [40, 41, 42],
    gasVolume: [null, 120, 121],
    waterVolume: [8, null, 9],
    estimatedDates: ['2025-01-01', '2025-10-19'],
  };
  const own = {
    dates: ['2025-10-19', '2025-10-21'],
    oilVolume: [51, 53],
    gasVolume: [null, null],
    waterVolume: [9, null],
    estimatedDates: [],
  };
  expect(withOwnDays(office, own)).toEqual({
    dates: ['2025-01-01', '2025-10-19', '2025-10-20', '2025-10-21'],
    oilVolume: [40, 51, 42, 53],
    gasVolume: [null, null, 121, null],
    waterVolume: [8, 9, 9, null],
    estimatedDates: ['2025-01-01'],
  });
});
