/** A phone whose clock is wrong says so, and a phone whose clock is right is silent. */
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { reads } from '../../lib/reads.ts';
import { drawn } from '../../testing/screen.fixture.tsx';
import { ClockNotice } from './ClockNotice.tsx';

const { formatWrongClock } = createWords('en');
const DAY_MS = 86_400_000;

function said(clockOffsetMs: number | null): string {
  reads.setQueryData(['status'], { clockOffsetMs });
  return drawn(<ClockNotice />, { phone: {} }).text;
}

test.each([-DAY_MS, DAY_MS])('an offset of %d ms is told', (offset) => {
  expect(said(offset)).toBe(formatWrongClock(offset));
});

test.each([null, 0, 60_000])('an offset of %s ms is not', (offset) => {
  expect(said(offset)).toBe('');
});
