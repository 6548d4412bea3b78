/** How many bytes of bodies are in memory at once: slow senders of small ones must not keep each other out. */
import { Injectable } from '@nestjs/common';
import { MAX_BATCH_BYTES, type EndpointDefinition } from '@wellpulse/contracts';
import { ProblemError } from '../problems/problem-error.ts';

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

/** A thousand sign-ins that all arrive at once. */
const ANONYMOUS_BYTES = 16 * 1024 * 1024;
const SIGNED_IN_BYTES = 8 * MAX_BATCH_BYTES;

/** The budgets of this process. Anonymous senders have one of their own, so that they take no memory from who is signed in. */
@Injectable()
export class BodyBudgets {
  readonly #anonymous = new BodyBudget(ANONYMOUS_BYTES);
  readonly #signedIn = new BodyBudget(SIGNED_IN_BYTES);

  of(access: EndpointDefinition['access']): BodyBudget {
    return access === 'PUBLIC' ? this.#anonymous : this.#signedIn;
  }
}
