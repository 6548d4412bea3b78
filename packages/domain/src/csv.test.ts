import { expect, test } from 'vitest';
import { csvFile, csvLine } from './csv.ts';

test('a file has a byte order mark, a header, CRLF and empty fields for what is not known', () => {
  expect(
    csvFile(
      ['well', 'oil'],
      [
        ['MÆRSK', 44.1],
        ['Acme #7', null],
      ],
    ),
  ).toBe('\uFEFFwell,oil\r\nMÆRSK,44.1\r\nAcme #7,\r\n');
});

test('commas, quotes and line breaks stay inside of their field', () => {
  expect(csvLine(['Acme, "north"', 'two\nlines'])).toBe('"Acme, ""north""","two\nlines"\r\n');
});

test.each(['=1+1', '+1+1', '-2+3', '-1,234 bbl', '@SUM(A1)', '\tx', '\rx'])(
  '%j is text, not a formula',
  (text) => {
    expect(csvLine([text])).toContain(`'${text}`);
  },
);

test('a number stays a number, with its sign', () => {
  expect(csvLine([-102.3676, '-102.3676', '-14', '+1'])).toBe('-102.3676,-102.3676,-14,+1\r\n');
  expect(csvLine(['-194,496'])).toBe('"-194,496"\r\n');
});
