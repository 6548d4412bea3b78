/** How long to wait after failures: exponential with full jitter, so that devices don't come back all at once. */
import type { Clock } from '../ports/clock.ts';

const FIRST_MS = 1000;
export const LONGEST_WAIT_MS = 5 * 60 * 1000;

/** Milliseconds to wait after the `failures`-th failure in a row (1 for the first): up to 1 s, 2 s, ... 5 minutes. */
export function backoff(clock: Clock, failures: number): number {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.ceil(most * fraction(clock));
}

/** In (0, 1]. */
function fraction(clock: Clock): number {
  const [a = 0, b = 0] = clock.random(2);
  return (a * 256 + b + 1) / 65_536;
}

/** What the server asked for, within reason; the usual backoff if it asked for nothing. */
export const waitFor = (clock: Clock, failures: number, retryAfterSeconds: number | null): number =>
  retryAfterSeconds === null
    ? backoff(clock, failures)
    : Math.min(Math.max(retryAfterSeconds, 1) * 1000, 60 * 60 * 1000);
