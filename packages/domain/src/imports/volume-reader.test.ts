import { expect, test } from 'vitest';
import { volumeReader } from './volume-reader.ts';

const read = (text: string, separator: '.' | ',' = '.', isCubicMetres = false) =>
  volumeReader('OIL', isCubicMetres, separator)(text);

test.each([
  ['42.5', 42.5],
  [' 42.50 ', 42.5],
  ['194,496', 194_496],
  ['1,234,567.89', 1_234_567.89],
  ["1'234.5", 1234.5],
  ['1 234.5', 1234.5],
  ['1\u00A0234.5', 1234.5],
  ['1\u202F234.5', 1234.5],
  ['.5', 0.5],
  ['5.', 5],
  ['0', 0],
  ['-0', 0],
  ['-0.00', 0],
  ['0.005', 0.01],
  ['42.504999', 42.5],
  ['99999999.99', 99_999_999.99],
])('"%s" is %d', (text, volume) => {
  expect(read(text)).toEqual({ ok: true, volume });
});

test.each([
  ['1.234,5', 1234.5],
  ['1234,5', 1234.5],
  ['1.234.567', 1_234_567],
  ['12,5', 12.5],
])('"%s" with a decimal comma is %d', (text, volume) => {
  expect(read(text, ',')).toEqual({ ok: true, volume });
});

test.each(['', '   ', '\u00A0'])('"%s" is not measured', (text) => {
  expect(read(text)).toEqual({ ok: true, volume: null });
});

test.each([
  'abc',
  '1e5',
  '+5',
  '1.2.3',
  '12,34',
  '1,23.4',
  '4,2',
  '--1',
  '-',
  '.',
  '$5',
  '5 bbl',
  '1,,000',
  'NaN',
])('"%s" is not a number', (text) => {
  expect(read(text)).toMatchObject({ ok: false, code: 'NUMBER_INVALID' });
});

test.each(['12.5', '1,234.5', '12.34'])('"%s" is not a number where the comma divides', (text) => {
  expect(read(text, ',')).toMatchObject({ ok: false, code: 'NUMBER_INVALID' });
});

test.each(['-14', '-0.01', '-0.0001', '-1,234.5'])('"%s" is negative', (text) => {
  expect(read(text)).toMatchObject({ ok: false, code: 'VOLUME_NEGATIVE' });
});

test.each(['100000000', '99999999.995', '9'.repeat(500)])('"%s" is too large', (text) => {
  expect(read(text)).toMatchObject({ ok: false, code: 'VOLUME_TOO_LARGE' });
});

test('cubic metres become barrels and thousand cubic feet, rounded half up', () => {
  expect(volumeReader('OIL', true, '.')('194,496.5')).toEqual({ ok: true, volume: 1_223_346.03 });
  expect(volumeReader('WATER', true, '.')('1')).toEqual({ ok: true, volume: 6.29 });
  expect(volumeReader('GAS', true, '.')('1000')).toEqual({ ok: true, volume: 35.31 });
  expect(volumeReader('GAS', false, '.')('1000')).toEqual({ ok: true, volume: 1000 });
});
