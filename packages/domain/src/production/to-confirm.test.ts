import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastMeasured, volumeToConfirm } from './to-confirm.ts';

const reading = (
  oilVolume: number | null,
  gasVolume: number | null,
  estimatedFrom: string | null = null,
) => ({
  oilVolume,
  gasVolume,
  waterVolume: null,
  estimatedFrom,
});

test('what was measured last is told product by product, and an estimate is no measurement', () => {
  expect(lastMeasured([reading(30, 90, '2025-10'), reading(0, null), reading(44, 310)])).toEqual({
    oilVolume: 0,
    gasVolume: 310,
    waterVolume: null,
  });
  expect(lastMeasured([reading(30, 90, '2025-10'), reading(null, null)])).toBeNull();
  expect(lastMeasured([])).toBeNull();
});

test.each([
  [4410, 44.1, 'OIL', 44.1],
  [441, 44.1, 'OIL', 44.1],
  [4460, 44.1, 'OIL', 44.6],
  [4.4, 44.1, 'OIL', 44],
  [0.44, 44.1, 'WATER', 44],
  [132.3, 44.1, 'OIL', null],
  [14.7, 44.1, 'OIL', null],
  [0, 44.1, 'OIL', null],
  [9000, 90, 'GAS', 90],
] as const)(
  '%d after %d of %s is asked about, and %s may have been meant',
  (volume, last, product, meant) => {
    expect(volumeToConfirm(volume, last, product)).toEqual({ last, times: volume / last, meant });
  },
);

test.each([
  ['up to three times as much', 132.29, 44.1, 'OIL'],
  ['down to a third', 14.71, 44.1, 'OIL'],
  ['less than 10 bbl apart', 12, 3, 'OIL'],
  ['less than 10 bbl apart, downwards', 1, 10.99, 'WATER'],
  ['less than 50 MCF apart', 70, 20.01, 'GAS'],
  ['after a zero', 4410, 0, 'OIL'],
  ['with nothing before', 4410, null, 'OIL'],
  ['not measured', null, 44.1, 'OIL'],
] as const)('%s: nobody is asked', (_, volume, last, product) => {
  expect(volumeToConfirm(volume, last, product)).toBeNull();
});

test('the edges of the rule ask: three times, a third, 10 bbl and 50 MCF', () => {
  expect(volumeToConfirm(15, 5, 'OIL')?.times).toBe(3);
  expect(volumeToConfirm(5, 15, 'OIL')).not.toBeNull();
  expect(volumeToConfirm(75, 25, 'GAS')?.times).toBe(3);
  expect(volumeToConfirm(0.3, 10.3, 'OIL')).not.toBeNull();
});

test('what may have been meant asks nobody', () => {
  const hundredths = fc.integer({ min: 1, max: 9_999_999 }).map((whole) => whole / 100);
  fc.assert(
    fc.property(hundredths, hundredths, (volume, last) => {
      const meant = volumeToConfirm(volume, last, 'OIL')?.meant ?? null;
      expect(volumeToConfirm(meant, last, 'OIL')).toBeNull();
    }),
  );
});
