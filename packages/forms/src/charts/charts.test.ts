/** Numbers as charts need them, and the lines through them. */
import { describe, expect, it } from 'vitest';
import { rangeStart, seriesOf, toDailyVolumes } from './daily-volumes.ts';
import { linePath } from './line-path.ts';

const series = {
  dates: ['2025-10-20', '2025-10-21', '2025-10-24'],
  oilVolume: [42.5, 0, 40],
  gasVolume: [100, null, 120],
  waterVolume: [null, 0.1, 0.2],
  estimatedDates: ['2025-10-21'],
};

describe('daily volumes', () => {
  it('has a row for every day and leaves days without a record empty', () => {
    const daily = toDailyVolumes(series);
    expect(daily.dates).toEqual(['2025-10-20', '2025-10-21', '2025-10-22', '2025-10-23', '2025-10-24']);
    expect(daily.volumes.OIL).toEqual([42.5, 0, null, null, 40]);
    expect(daily.volumes.GAS).toEqual([100, null, null, null, 120]);
  });

  it('cuts to a range that ends on a given day, also where that day has no record', () => {
    expect(rangeStart('30', '2025-10-24')).toBe('2025-09-25');
    const daily = toDailyVolumes(series, '2025-10-23', '2025-10-25');
    expect(daily.dates).toEqual(['2025-10-23', '2025-10-24', '2025-10-25']);
    expect(daily.volumes.OIL).toEqual([null, 40, null]);
  });

  it('is empty without data', () => {
    expect(toDailyVolumes({ ...series, dates: [] }).dates).toEqual([]);
  });

  it('takes readings as a device gives them, newest day first', () => {
    const volumes = { gasVolume: null, waterVolume: null };
    const newestFirst = [
      { ...volumes, productionDate: '2025-10-21', oilVolume: 30, estimatedFrom: '2025-10' },
      { ...volumes, productionDate: '2025-10-20', oilVolume: 42.5, estimatedFrom: null },
    ];
    expect(toDailyVolumes(seriesOf(newestFirst))).toMatchObject({
      volumes: { OIL: [42.5, 30] },
      estimated: [false, true],
    });
  });
});

describe('a line', () => {
  const box = { width: 100, height: 20, padding: 0 };

  it('spans its box, breaks at gaps, and is a dot between two of them', () => {
    expect(linePath([0, 10], box)).toBe('M0.00 20.00L100.00 0.00');
    expect(linePath([0, null, 10], box)).toBe('M0.00 20.00h0M100.00 0.00h0');
    expect(linePath([5, 5], box)).toBe('M0.00 10.00L100.00 10.00');
    expect(linePath([null], box)).toBe('');
  });

  it('stands above the value that is said to be the bottom', () => {
    expect(linePath([5, 10], { ...box, from: 0 })).toBe('M0.00 10.00L100.00 0.00');
  });
});
