import { importMappingSchema } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { dayReader } from './date-format.ts';

test.each([
  ['dd-MMM-yy', '07-Apr-14', '2014-04-07'],
  ['dd-MMM-yy', ' 07-APR-14 ', '2014-04-07'],
  ['dd-MMM-yy', '31-Dec-69', '2069-12-31'],
  ['dd-MMM-yy', '01-Jan-70', '1970-01-01'],
  ['dd MMM. yyyy', '07 Sept. 2014', '2014-09-07'],
  ['d MMMM yyyy', '7 April 2014', '2014-04-07'],
  ['yyyy-MM-dd', '2024-02-29', '2024-02-29'],
  ['M/d/yyyy', '2/9/2014', '2014-02-09'],
  ['M/d/yyyy', '12/31/2014', '2014-12-31'],
  ['dd.MM.yyyy', '07.04.2014', '2014-04-07'],
  ['yyyyMMdd', '20140407', '2014-04-07'],
  ["yyyy-MM-dd'T'HH:mm:ss", '2014-04-07T00:00:00', '2014-04-07'],
  ['yyyy-MM-dd HH:mm:ss', '2014-04-07 23:59:59.123', '2014-04-07'],
])('%s reads "%s" as %s', (format, text, day) => {
  expect(dayReader(format)(text)).toBe(day);
});

test.each([
  ['yyyy-MM-dd', '2025-02-29'],
  ['yyyy-MM-dd', '2025-13-01'],
  ['yyyy-MM-dd', '2025-00-10'],
  ['yyyy-MM-dd', '2025-04-31'],
  ['yyyy-MM-dd', '2025-04-00'],
  ['yyyy-MM-dd', '1899-12-31'],
  ['yyyy-MM-dd', '2025-4-1'],
  ['yyyy-MM-dd', '2025-04-01 12:00'],
  ['yyyy-MM-dd', '2025/04/01'],
  ['yyyy-MM-dd', ''],
  ['dd-MMM-yy', '07-Avr-14'],
  ['dd-MMM-yy', '07-04-14'],
  ['dd.MM.yyyy', '07x04x2014'],
  ['M/d/yyyy', '31/12/2014'],
])('%s does not read "%s"', (format, text) => {
  expect(dayReader(format)(text)).toBeNull();
});

const mapping = (format: string) =>
  importMappingSchema.safeParse({
    well: { column: 'well', by: 'NAME' },
    date: { column: 'day', format },
    oil: { column: 'oil', unit: 'BBL' },
  });

test.each(['yyyy-MM-dd', 'dd-MMM-yy', 'd MMMM yyyy', "yyyy-MM-dd'T'HH:mm:ss", 'yyyyMMdd', 'M/d/yy H:mm'])(
  'a mapping may have the format %s, and it can be compiled',
  (format) => {
    expect(mapping(format).success).toBe(true);
    expect(() => dayReader(format)).not.toThrow();
  },
);

test.each([
  'MM-dd',
  'yyyy-MM',
  'yyyy-dd',
  'yyyy-MM-dd yy',
  'yyyy-MM-MMM-dd',
  'yyyy-MM-dd dd',
  'yyyyyy-MM-dd',
  "'yyyy'-MM-dd",
  'yyyy-mm-dd',
  'yyyy-MM-dd s',
  `${'M'.repeat(39)}x`,
  '(yyyy)-MM-dd',
  'yyyy-MM-dd.*',
  '',
])('a mapping may not have the format "%s": it does not name one day', (format) => {
  expect(mapping(format).success).toBe(false);
});
