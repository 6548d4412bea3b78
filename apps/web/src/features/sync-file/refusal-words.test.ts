import { expect, it } from 'vitest';
import { refusalWords } from './refusal-words.ts';

it.each([
  [
    'VALIDATION_FAILED',
    'productionDate: Must not be after today, 2026-11-21',
    'Day must not be after today, 2026-11-21.',
  ],
  [
    'VALIDATION_FAILED',
    'oilVolume: Must be 0 or more; notes: Too long',
    'Oil must be 0 or more; Notes too long.',
  ],
  ['WELL_PLUGGED', 'Acme #7 was plugged on 12 Oct.', 'Acme #7 was plugged on 12 Oct.'],
  ['WELL_PLUGGED', '', 'The well was plugged.'],
  ['NEVER_HEARD_OF', '', 'The server refused it without a reason.'],
])('%s with "%s" reads "%s"', (code, reason, words) => {
  expect(refusalWords({ code, reason })).toBe(words);
});
