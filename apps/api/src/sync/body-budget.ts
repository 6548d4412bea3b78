/** How many bytes of bodies are in memory at once: slow senders of small ones must not keep each other out. */
import { ProblemError } from '../http/problem-error.ts';

export class BodyBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Runs `work` with as much set aside; throws `UNAVAILABLE` if that is not there. */
  async hold<Result>(bytes: number, work: () => Promise<Result>): Promise<Result> {
    if (bytes > this.#left) throw new ProblemError('UNAVAILABLE', { retryAfterSeconds: 5 });
    this.#left -= bytes;
    try {
      return await work();
    } finally {
      this.#left += bytes;
    }
  }
}
