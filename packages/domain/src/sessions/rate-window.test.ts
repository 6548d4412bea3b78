import { expect, test } from 'vitest';
import { countIn, secondsToWait, type RateWindow } from './rate-window.ts';

test('a window begins with a request, and lets so many pass until it ends', () => {
  let window: RateWindow | undefined;
  const ask = (now: number): number | null => {
    window = countIn(window, now, 60_000);
    return secondsToWait(window, now, 2);
  };
  expect([0, 10_000, 20_500, 59_999, 60_000, 61_000, 62_000].map(ask)).toEqual([
    null,
    null,
    40,
    1,
    null,
    null,
    58,
  ]);
});
