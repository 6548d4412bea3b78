import { FORMER_KEY_DAYS } from '@wellpulse/contracts';
import { expect, it } from 'vitest';
import { isGoodKey } from './signing-keys.ts';

const ARRIVAL = '2025-10-20T12:00:00.000Z';
const before = (milliseconds: number): string => new Date(Date.parse(ARRIVAL) - milliseconds).toISOString();
const FORMER = FORMER_KEY_DAYS * 86_400_000;

it.each([
  ['the present key', { replacedAt: null, endedAt: null }, true],
  ['a former key in its last millisecond', { replacedAt: before(FORMER - 1), endedAt: null }, true],
  ['a former key after that', { replacedAt: before(FORMER), endedAt: null }, false],
  ['a key that ended a moment ago', { replacedAt: null, endedAt: before(1) }, false],
  ['a former key whose device was revoked', { replacedAt: before(5), endedAt: before(1) }, false],
])('%s proves a signature: %#', (_, key, isGood) => {
  expect(isGoodKey(key, ARRIVAL)).toBe(isGood);
});
