import type { Clock } from '@wellpulse/offline';
import type { Random } from '../chance/random.ts';
import type { Scheduler } from '../chance/scheduler.ts';

const YEARS_MS = 3 * 365 * 24 * 60 * 60 * 1000;

/** A device's idea of time: off by `error` milliseconds, which may change at any moment. Its timers measure true time. */
export class DeviceClock {
  error: number;
  /** When the machine started, in true time. */
  #bootedAt: number;
  #boots = 0;
  readonly #scheduler: Scheduler;
  readonly #random: Random;

  constructor(scheduler: Scheduler, random: Random) {
    this.#scheduler = scheduler;
    this.#random = random;
    this.#bootedAt = scheduler.now;
    this.error = random.isLucky(0.5) ? 0 : random.whole(-YEARS_MS, YEARS_MS);
  }

  /** The machine starts anew. */
  reboot(): void {
    this.#boots += 1;
    this.#bootedAt = this.#scheduler.now;
  }

  /** The clock as one program sees it: its timers end with it. */
  forProgram(isAlive: () => boolean): Clock {
    return {
      now: () => Math.round(this.#scheduler.now + this.error),
      sample: () => ({
        wall: Math.round(this.#scheduler.now + this.error),
        monotonic: Math.round(this.#scheduler.now - this.#bootedAt),
        countsSleep: true,
        boot: String(this.#boots),
      }),
      after: (ms, run) =>
        this.#scheduler.after(ms, () => {
          if (isAlive()) run();
        }),
      random: (bytes) => this.#random.bytes(bytes),
    };
  }
}
