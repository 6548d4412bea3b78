import type { Clock } from '@wellpulse/field';
import type { Random } from '../chance/random.ts';
import type { Scheduler } from '../chance/scheduler.ts';

/** A device's idea of time: off by `error` milliseconds, which may change at any moment. Its timers measure true time. */
export class DeviceClock {
  error = 0;
  readonly #scheduler: Scheduler;
  readonly #random: Random;

  constructor(scheduler: Scheduler, random: Random) {
    this.#scheduler = scheduler;
    this.#random = random;
  }

  /** The clock as one program sees it: its timers end with it. */
  forProgram(isAlive: () => boolean): Clock {
    return {
      now: () => Math.round(this.#scheduler.now + this.error),
      after: (ms, run) =>
        this.#scheduler.after(ms, () => {
          if (isAlive()) run();
        }),
      random: (bytes) => this.#random.bytes(bytes),
    };
  }
}
