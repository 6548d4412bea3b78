import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessVariance } from './variance.ts';

test.each([
  [100, 120, null],
  [100, 120.01, { kind: 'CHANGED', changePercent: 20.01 }],
  [100, 80, null],
  [100, 79.99, { kind: 'CHANGED', changePercent: -20.01 }],
  [0.05, 0.06, null],
  [0.05, 0.07, { kind: 'CHANGED', changePercent: 40 }],
  [0.01, 99_999_999.99, { kind: 'CHANGED', changePercent: 999_999_999_800 }],
  [3, 2, { kind: 'CHANGED', changePercent: -33.33 }],
  [3, 5, { kind: 'CHANGED', changePercent: 66.67 }],
  [100, 0, { kind: 'STOPPED', changePercent: -100 }],
  [0.01, 0, { kind: 'STOPPED', changePercent: -100 }],
  [0, 0.01, { kind: 'RESUMED', changePercent: null }],
  [0, 0, null],
  [null, 5, null],
  [5, null, null],
  [null, null, null],
] as const)('from %s to %s at 20 percent: %j', (previous, current, expected) => {
  expect(assessVariance(current, previous, 20)).toEqual(expected);
});

test('a threshold above 100 percent still tells a stop', () => {
  expect(assessVariance(0, 10, 150)).toEqual({ kind: 'STOPPED', changePercent: -100 });
  expect(assessVariance(1, 10, 150)).toBeNull();
});

const hundredths = fc.integer({ min: 1, max: 9_999_999_999 });

test('a change is told exactly when it is more than the threshold, for thresholds of two decimals too', () => {
  fc.assert(
    fc.property(
      hundredths,
      hundredths,
      fc.integer({ min: 100, max: 100_000 }),
      (before, now, thresholdHundredths) => {
        const isMore =
          BigInt(Math.abs(now - before)) * 10_000n > BigInt(thresholdHundredths) * BigInt(before);
        const variance = assessVariance(now / 100, before / 100, thresholdHundredths / 100);
        expect(variance !== null).toBe(isMore);
      },
    ),
  );
});

test('a change of exactly the threshold is none, whatever binary fractions make of it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 100, max: 100_000 }),
      fc.boolean(),
      (units, thresholdHundredths, isUp) => {
        // 10,000 hundredths times a number of hundredths of a percent is whole.
        const before = units * 10_000;
        const change = units * thresholdHundredths;
        const now = isUp ? before + change : before - change;
        fc.pre(now > 0);
        expect(assessVariance(now / 100, before / 100, thresholdHundredths / 100)).toBeNull();
      },
    ),
  );
});
