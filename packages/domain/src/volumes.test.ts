import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BARRELS_PER_SM3, convertHalfUp, MCF_PER_SM3, toHundredths } from './volumes.ts';

test.each([
  [0.1 + 0.2, 30],
  [1.005, 100],
  [0.29, 29],
  [1.15, 115],
  [99_999_999.99, 9_999_999_999],
  [0, 0],
])('%d is %d hundredths', (volume, expected) => {
  expect(toHundredths(volume)).toBe(expected);
});

test.each([
  // One standard cubic metre of oil is 6.28981 barrels, of gas 0.0353147 MCF.
  ['1', BARRELS_PER_SM3, 6.29],
  ['1000', BARRELS_PER_SM3, 6289.81],
  ['194.496', BARRELS_PER_SM3, 1223.34],
  ['1000000', MCF_PER_SM3, 35_314.7],
  ['0', BARRELS_PER_SM3, 0],
])('%s times %d is %d', (decimal, factor, expected) => {
  expect(convertHalfUp(decimal, factor)).toBe(expected);
});

test.each([
  ['0.005', 0.01],
  ['0.00499999999999999999999', 0],
  ['1.005', 1.01],
  ['2.675', 2.68],
  ['1.115', 1.12],
  ['99999999.994999', 99_999_999.99],
  ['99999999.995', 100_000_000],
  ['.5', 0.5],
  ['5.', 5],
  ['007.50', 7.5],
  ['-1.005', -1.01],
  ['-0', 0],
  ['-0.001', 0],
])('%s rounds half up to %d', (decimal, expected) => {
  expect(convertHalfUp(decimal, 1)).toBe(expected);
});

test('nothing is ever minus zero', () => {
  for (const text of ['-0', '-0.00', '-0.001', '-.004']) {
    expect(Object.is(convertHalfUp(text, 1), 0)).toBe(true);
  }
});

test.each([
  '',
  '.',
  '-',
  '-.',
  '1e3',
  '+1',
  '1,5',
  ' 1',
  '1 ',
  '0x10',
  'NaN',
  'Infinity',
  '--1',
  '1.2.3',
  '１',
])('"%s" is not a plain decimal number', (text) => {
  expect(convertHalfUp(text, 1)).toBeNull();
});

test('numbers of any length are converted exactly: against whole numbers of any size', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 13n }),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom([1, 1n, 1n] as const, [BARRELS_PER_SM3, 628_981n, 100_000n] as const),
      (digits, decimals, [factor, numerator, denominator]) => {
        const padded = String(digits).padStart(decimals + 1, '0');
        const cut = padded.length - decimals;
        const text = decimals === 0 ? padded : `${padded.slice(0, cut)}.${padded.slice(cut)}`;
        const scale = 10n ** BigInt(decimals) * denominator;
        const hundredths = (digits * numerator * 100n * 2n + scale) / (2n * scale);
        expect(convertHalfUp(text, factor)).toBe(Number(hundredths) / 100);
      },
    ),
  );
});
