import { dayOfSeed, times } from '@wellpulse/testing/depth';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  daySchema,
  emailSchema,
  instantSchema,
  latitudeSchema,
  longitudeSchema,
  MAX_VOLUME,
  text,
  timeZoneSchema,
  uuidSchema,
} from './fields.ts';
import { fieldErrors, formatPath, type FieldError } from '../endpoint/problems.ts';
import { PRODUCTION_FIELDS } from '../production/production.fields.ts';
import { productionBulkSchema, productionEntrySchema } from '../production/production.ts';
import { tenantSlugSchema } from '../tenant/tenant.ts';
import { apiNumberSchema } from '../wells/well.fields.ts';

const takes = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

describe('volumes', () => {
  test.each([0, 0.01, 0.1, 0.29, 1.15, 4.35, 1.1, 123_456.78, 99_999_999.98, MAX_VOLUME])(
    '%d is one',
    (value) => {
      expect(takes(PRODUCTION_FIELDS.oilVolume.schema, value)).toBe(true);
    },
  );

  test('every hundredth of the first thousand, and of the last, is one; no thousandth between them is', () => {
    // Five days take all of them.
    const step = times(5, 1);
    for (let hundredths = dayOfSeed % step; hundredths < 100_000; hundredths += step) {
      expect(takes(PRODUCTION_FIELDS.oilVolume.schema, hundredths / 100)).toBe(true);
      expect(takes(PRODUCTION_FIELDS.oilVolume.schema, (9_999_999_999 - hundredths) / 100)).toBe(true);
      expect(takes(PRODUCTION_FIELDS.oilVolume.schema, (hundredths * 10 + 5) / 1000)).toBe(false);
    }
  });

  test.each([-0.01, 0.001, 0.005, 99_999_999.995, 100_000_000, Number.NaN, Infinity, '1', null, true])(
    '%s is none',
    (value) => {
      expect(takes(PRODUCTION_FIELDS.oilVolume.schema, value)).toBe(false);
    },
  );
});

describe('days', () => {
  test.each(['1900-01-01', '2024-02-29', '2000-02-29', '9999-12-31'])('%s is one', (value) => {
    expect(takes(daySchema, value)).toBe(true);
  });

  test.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-01',
    '2025-1-1',
    '1899-12-31',
    '20250101',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '٢٠٢٥-01-01',
    '',
  ])('"%s" is none', (value) => {
    expect(takes(daySchema, value)).toBe(false);
  });
});

describe('texts', () => {
  test('are trimmed, then measured', () => {
    expect(text(3, 1).parse('  abc ')).toBe('abc');
    expect(takes(text(3, 1), '   ')).toBe(false);
    expect(takes(text(3), 'abcd')).toBe(false);
    expect(text(3).parse('')).toBe('');
  });

  test.each(['a\u0000b', '\uD800', '\uDC00x', 'x\uDBFF'])('%j can not be stored', (value) => {
    expect(takes(text(10), value)).toBe(false);
  });

  test.each(['\u{1F6E2}', '\uFFFF', '\u200B\u202E', '\u0001'])('%j can', (value) => {
    expect(text(10).parse(`x${value}x`)).toBe(`x${value}x`);
  });
});

test('coordinates are degrees, kept to seven decimals', () => {
  expect(latitudeSchema.parse(31.84571234567)).toBe(31.8457123);
  expect(longitudeSchema.parse(-102.36761234567)).toBe(-102.3676123);
  for (const value of [90, -90, 0]) expect(latitudeSchema.parse(value)).toBe(value);
  expect(takes(latitudeSchema, 90.0001)).toBe(false);
  expect(takes(longitudeSchema, -180.0001)).toBe(false);
});

test.each([
  ['2025-10-20T14:30:00Z', true],
  ['2025-10-20T14:30:00.123456Z', true],
  ['2025-10-20T14:30:00-05:00', true],
  ['2025-10-20T14:30:00', false],
  ['2025-10-20', false],
  ['2025-02-30T00:00:00Z', false],
  ['0000-06-01T00:00:00Z', false],
  ['9999-12-31T23:59:59-01:00', false],
])('%s is an instant: %s', (value, expected) => {
  expect(takes(instantSchema, value)).toBe(expected);
});

test.each([
  ['11111111-1111-1111-1111-111111111111', true],
  ['00000000-0000-0000-0000-000000000000', true],
  ['11111111111111111111111111111111', false],
  ['11111111-1111-1111-1111-11111111111g', false],
  ['', false],
])('"%s" can be an id: %s', (value, expected) => {
  expect(takes(uuidSchema, value)).toBe(expected);
});

test('ids and e-mail addresses are compared in small letters', () => {
  const id = '01890000-ABCD-7000-8000-0000000000AA';
  expect(uuidSchema.parse(id)).toBe(id.toLowerCase());
  expect(emailSchema.parse(' Jo@Acme.Example ')).toBe('jo@acme.example');
  expect(takes(emailSchema, 'jo@')).toBe(false);
  expect(takes(emailSchema, `${'x'.repeat(250)}@acme.example`)).toBe(false);
});

test.each([
  ['America/Chicago', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
])('the time zone "%s" exists: %s', (value, expected) => {
  expect(takes(timeZoneSchema, value)).toBe(expected);
});

test.each([
  ['acme', true],
  ['acme-2', true],
  ['a', false],
  ['2acme', false],
  ['ac_me', false],
  ['acme.', false],
  ['x'.repeat(41), false],
])('"%s" can be a short name: %s', (value, expected) => {
  expect(takes(tenantSlugSchema, value)).toBe(expected);
});

test.each([
  ['42-165-12345', true],
  ['42-165-12345-00', true],
  ['42-165-12345-00-01', true],
  ['4216512345', true],
  ['42-165-1234', false],
  ['42-165-12345-00-01-02', false],
])('"%s" is an API number: %s', (value, expected) => {
  expect(takes(apiNumberSchema, value)).toBe(expected);
});

describe('paths of field errors', () => {
  test.each([
    [['oilVolume'], 'oilVolume'],
    [['entries', 3, 'oilVolume'], 'entries[3].oilVolume'],
    [['entries', 3], 'entries[3]'],
    [[0, 'x', 1, 2], '[0].x[1][2]'],
    [[], ''],
  ])('%j is %s', (path, expected) => {
    expect(formatPath(path)).toBe(expected);
  });

  function errorsOf(schema: z.ZodType, value: unknown, prefix?: readonly PropertyKey[]): FieldError[] {
    const parsed = schema.safeParse(value);
    return parsed.success ? [] : fieldErrors(parsed.error, prefix);
  }

  test('point at each value that is wrong, also within a list', () => {
    const entries = [
      { productionDate: '2025-03-01', oilVolume: 1 },
      { productionDate: 'x', oilVolume: -1 },
      { productionDate: '2025-03-03' },
    ];
    expect(errorsOf(productionBulkSchema, { entries })).toEqual([
      { path: 'entries[1].productionDate', message: 'Must be a day such as 2025-10-20' },
      { path: 'entries[1].oilVolume', message: 'Must not be negative' },
      { path: 'entries[2].oilVolume', message: 'Give at least one of oil, gas and water' },
    ]);
  });

  test('take a prefix', () => {
    const entry = { productionDate: '2025-03-01', oilVolume: -1 };
    expect(errorsOf(productionEntrySchema, entry, ['entries', 7])).toMatchObject([
      { path: 'entries[7].oilVolume' },
    ]);
  });
});
