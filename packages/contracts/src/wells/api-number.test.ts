import { expect, test } from 'vitest';
import { apiNumberSchema, canonicalApiNumber } from './well.fields.ts';

test.each([
  ['42-165-12345', '42-165-12345'],
  ['4216512345', '42-165-12345'],
  [' 42 165 12345 ', '42-165-12345'],
  ['42/165/12345', '42-165-12345'],
  ['42–165–12345', '42-165-12345'],
  ['42-165-12345-00', '42-165-12345'],
  ['421651234500', '42-165-12345'],
  ['42165123450000', '42-165-12345'],
  ['42-165-12345-01', '42-165-12345-01'],
  ['42165123450100', '42-165-12345-01'],
  ['42165123450001', '42-165-12345-00-01'],
])('%j is %s', (given, number) => {
  expect(apiNumberSchema.parse(given)).toBe(number);
  expect(canonicalApiNumber(number)).toBe(number);
});

test.each([
  '',
  '42-165-1234',
  '421651234',
  '42165123450',
  '421651234500001',
  'API 42-165-12345',
  '42.165.12345',
])('%j is none', (given) => {
  expect(apiNumberSchema.safeParse(given).success).toBe(false);
});
