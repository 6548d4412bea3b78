import type { ClockSample } from '@wellpulse/domain';

/** Time and randomness. The core has no other source of either, so a simulation can drive all of it. */
export interface Clock {
  /** Milliseconds since 1970, as the device believes. It may jump. */
  now(): number;
  /** All clocks of the device at once, in whole milliseconds; `wall` is `now()`. */
  sample(): ClockSample;
  /** Calls `run` once, after `ms` milliseconds. The returned function cancels the call. */
  after(ms: number, run: () => void): () => void;
  /** Cryptographically secure random bytes, `bytes` of them. */
  random(bytes: number): Uint8Array;
}
