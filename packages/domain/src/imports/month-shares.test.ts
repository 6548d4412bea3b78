import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_NUMBERS, type ReadingRow } from './import-row.ts';
import { readingsOf } from './month-shares.ts';

const october: ReadingRow = {
  kind: 'ROW',
  wellId: 'the well',
  day: '2025-10-01',
  dayText: 'Oct 2025',
  estimatedFrom: '2025-10',
  spreadOver: 31,
  volumes: { ...NO_NUMBERS, oilVolume: 100, gasVolume: 0 },
};

test('a total becomes a share for each day, marked with the month; what the row does not say stays unsaid', () => {
  const shares = readingsOf(october);
  expect(shares).toHaveLength(31);
  expect(shares.at(-1)).toMatchObject({
    day: '2025-10-31',
    estimatedFrom: '2025-10',
    spreadOver: null,
    volumes: { oilVolume: 3.23, gasVolume: 0, waterVolume: null },
  });
  expect(
    readingsOf({ ...october, spreadOver: 2 }).map(({ day, volumes }) => [day, volumes.oilVolume]),
  ).toEqual([
    ['2025-10-01', 50],
    ['2025-10-02', 50],
  ]);
});

test('a day stays the day that it is', () => {
  const day = { ...october, spreadOver: null };
  expect(readingsOf(day)).toEqual([day]);
});

test('shares sum to the total to the hundredth, and none is further than a hundredth from another', () => {
  const hundredths = fc.integer({ min: 0, max: 9_999_999_999 });
  fc.assert(
    fc.property(hundredths, fc.integer({ min: 1, max: 31 }), (total, spreadOver) => {
      const volumes = { ...NO_NUMBERS, oilVolume: total / 100 };
      const shares = readingsOf({ ...october, spreadOver, volumes }).map(({ volumes: share }) =>
        Math.round(share.oilVolume * 100),
      );
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }),
  );
});
