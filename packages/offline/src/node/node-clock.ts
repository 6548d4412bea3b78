import { randomBytes } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';

/** The machine's clock and random source. Its timers don't keep a program alive. */
export const nodeClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
};
