import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { toDailyVolumes } from '@wellpulse/forms';
import { cumulated, logFloor, raisedTo } from './daily-volumes.ts';
import { productionCsv } from './production-csv.ts';
import { timeTicks } from './time-ticks.ts';
import { placeMarks, type VarianceMark } from './variance-marks.ts';

const words = createWords('en');

const series = {
  dates: ['2025-10-20', '2025-10-21', '2025-10-24'],
  oilVolume: [42.5, 0, 40],
  gasVolume: [100, null, 120],
  waterVolume: [null, 0.1, 0.2],
  estimatedDates: ['2025-10-21'],
};

describe('daily volumes', () => {
  it('adds up without binary noise; days without a record add nothing', () => {
    expect(cumulated(toDailyVolumes(series)).volumes).toEqual({
      OIL: [42.5, 42.5, 42.5, 42.5, 82.5],
      GAS: [100, 100, 100, 100, 220],
      WATER: [null, 0.1, 0.1, 0.1, 0.3],
    });
  });

  it('puts zeros on the floor of a logarithmic axis and keeps gaps', () => {
    expect(logFloor([[0, null, 42.5], [3]])).toBe(1);
    expect(logFloor([[0.25]])).toBe(0.1);
    expect(logFloor([[0, null]])).toBe(1);
    expect(raisedTo(1, [0, null, 42.5])).toEqual([1, null, 42.5]);
  });
});

describe('ticks', () => {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000;

  it('names days, with the year where it changes', () => {
    expect(timeTicks(words.shortMonths, at('2025-12-30'), at('2026-01-02'), 8).labels).toEqual([
      '30 Dec',
      '31 Dec',
      '1 Jan 2026',
      '2 Jan',
    ]);
  });

  it('stands on Mondays for weeks', () => {
    expect(timeTicks(words.shortMonths, at('2025-10-01'), at('2025-10-30'), 6).labels).toEqual([
      '6 Oct',
      '13 Oct',
      '20 Oct',
      '27 Oct',
    ]);
  });

  it('stands on first days of months and on years for long ranges', () => {
    expect(timeTicks(words.shortMonths, at('2024-10-15'), at('2025-10-24'), 6).labels).toEqual([
      'Jan 2025',
      'Apr',
      'Jul',
      'Oct',
    ]);
    expect(timeTicks(words.shortMonths, at('2015-10-15'), at('2025-10-24'), 12).labels).toHaveLength(10);
  });
});

describe('variance marks', () => {
  const mark = (change: Partial<VarianceMark>): VarianceMark => ({
    productionDate: '2025-10-21',
    product: 'OIL',
    kind: 'CHANGED',
    changePercent: -57,
    status: 'OPEN',
    ...change,
  });

  it('points down for a loss and up for a gain, and says how much', () => {
    const placed = placeMarks(
      words,
      [
        mark({ productionDate: '2025-10-24', kind: 'RESUMED', changePercent: null, status: 'ACKNOWLEDGED' }),
        mark({}),
      ],
      toDailyVolumes(series),
    );
    expect(placed).toEqual([
      { index: 1, product: 'OIL', direction: 'down', label: '−57 %', open: true },
      { index: 4, product: 'OIL', direction: 'up', label: 'resumed', open: false },
    ]);
  });

  it('leaves out what is cleared or outside of the range', () => {
    const marks = [mark({ status: 'CLEARED' }), mark({ productionDate: '2024-01-01' })];
    expect(placeMarks(words, marks, toDailyVolumes(series))).toEqual([]);
  });
});

describe('export', () => {
  it('writes numbers as stored and nothing for what was not measured', () => {
    const csv = productionCsv(toDailyVolumes(series), false).split('\r\n');
    expect(csv[0]).toBe('Date,Oil (bbl),Gas (MCF),Water (bbl),Estimated');
    expect(csv[1]).toBe('2025-10-20,42.5,100,,');
    expect(csv[2]).toBe('2025-10-21,0,,0.1,yes');
    expect(csv[3]).toBe('2025-10-22,,,,');
  });
});
