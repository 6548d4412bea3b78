/** Time that stands still until a test moves it, and chance that is the same in every run. */
import type { ClockSample } from '@wellpulse/domain';
import type { Clock } from '../ports/clock.ts';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export class FakeClock implements Clock {
  #now: number;
  /** Since the machine started. */
  #monotonic = 60_000;
  #boots = 0;
  /** False for a browser, whose monotonic clock stops while the machine sleeps. */
  countsSleep = true;
  #seed: number;
  #timers: Timer[] = [];

  constructor(start = '2025-10-20T14:30:00.000Z', seed = 1) {
    this.#now = Date.parse(start);
    this.#seed = seed;
  }

  now(): number {
    return this.#now;
  }

  sample(): ClockSample {
    const { countsSleep } = this;
    return { wall: this.#now, monotonic: this.#monotonic, countsSleep, boot: `boot ${this.#boots}` };
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  random(bytes: number): Uint8Array {
    return Uint8Array.from({ length: bytes }, () => {
      this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
      return this.#seed >>> 24;
    });
  }

  /** Sets the time as a person would who sets the device's clock; no timer fires. */
  set(instant: string): void {
    this.#now = Date.parse(instant);
  }

  /** The machine starts anew: nobody knows how long it was off. */
  reboot(): void {
    this.#boots += 1;
    this.#monotonic = 0;
  }

  /** Puts the clocks where a look was taken; no timer fires. */
  show({ wall, monotonic, boot, countsSleep }: ClockSample): void {
    this.#now = wall;
    this.#monotonic = monotonic;
    this.#boots = Number(boot);
    this.countsSleep = countsSleep;
  }

  /** Lets time pass; timers that come due are started in their order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    this.#monotonic += ms;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
    this.#now = end;
  }
}
