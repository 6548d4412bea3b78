import { systemClock, type Clock } from '../../src/config/clock.ts';

/** The real time until a test says what time it is. */
export class TestClock implements Clock {
  #fixed: string | null = null;

  now(): string {
    return this.#fixed ?? systemClock.now();
  }

  /** Stops the clock at an instant (RFC 3339). */
  stopAt(instant: string): void {
    this.#fixed = new Date(instant).toISOString();
  }

  /** Lets the real time run again. */
  run(): void {
    this.#fixed = null;
  }
}
