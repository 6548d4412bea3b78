/** No day is called missing of which the phone knows nothing. */
import { addDays, RECENT_DAYS } from '@wellpulse/domain';
import { expect, test } from 'vitest';
import { knownDays } from './known-days.ts';

const TODAY = '2025-10-24';
const MONTH = { newest: TODAY, count: 31, held: 90, entered: new Set<string>() };

test('all days are known of a well of which the phone holds more', () => {
  expect(knownDays(MONTH)).toHaveLength(31);
  expect(knownDays(MONTH).at(-1)).toBe(addDays(TODAY, -30));
});

test('of others the newest days are known, and whatever was entered before', () => {
  const others = { ...MONTH, held: RECENT_DAYS };
  expect(knownDays(others)).toEqual(Array.from({ length: RECENT_DAYS }, (_, ago) => addDays(TODAY, -ago)));
  const older = addDays(TODAY, -20);
  expect(knownDays({ ...others, entered: new Set([older]) }).at(-1)).toBe(older);
});

test('a well of which the phone holds nothing has no day that is known', () => {
  expect(knownDays({ ...MONTH, held: 0 })).toEqual([]);
});
