/** Time comes in from outside, so that tests can say what time it is. */
export interface Clock {
  /** The instant in UTC, RFC 3339 with milliseconds. */
  now(): string;
}

export const CLOCK = Symbol('Clock');

export const systemClock: Clock = { now: () => new Date().toISOString() };
