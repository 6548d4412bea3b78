/**
 * True time, which no participant knows. It stands still while anything is being computed, and jumps from one planned
 * moment to the next: an hour costs what happens in it.
 */
interface Moment {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

export class Scheduler {
  #now: number;
  #count = 0;
  #moments: Moment[] = [];

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  /** Calls `run` in `ms` milliseconds; the function returned prevents it. */
  after(ms: number, run: () => void): () => void {
    this.#count += 1;
    const moment: Moment = { at: this.#now + Math.max(0, ms), order: this.#count, run };
    const place = this.#moments.findLastIndex(({ at }) => at <= moment.at);
    this.#moments.splice(place + 1, 0, moment);
    return () => {
      this.#moments = this.#moments.filter((other) => other !== moment);
    };
  }

  /** Lets time pass until `end`, or until `isDone` after some moment. */
  async runUntil(end: number, isDone: () => boolean = () => false): Promise<void> {
    await idle();
    while (!isDone()) {
      const [next] = this.#moments;
      if (next === undefined || next.at > end) break;
      this.#moments.shift();
      this.#now = next.at;
      next.run();
      await idle();
    }
    this.#now = Math.max(this.#now, end);
  }
}

/** Everything that can go on without time passing has gone on: nothing here waits for anything real. */
const idle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
