/** One of the three parts of a sync. Each fails, waits and resumes by itself. */
import type { StopReason, Trouble } from '@wellpulse/domain';
import { waitFor } from './backoff.ts';
import type { Clock } from '../ports/clock.ts';

/** What a part of a sync ended with. */
export type StepResult =
  | { readonly kind: 'DONE' }
  /** Through, but something waits after a failure of its own. */
  | { readonly kind: 'HELD'; readonly trouble: Trouble }
  /** To be tried again; `retryAfterSeconds` if the server said when. */
  | {
      readonly kind: 'LATER';
      readonly trouble: Trouble;
      readonly retryAfterSeconds: number | null;
      /** Null where the server was not asked: the fault is the device's own. */
      readonly isOffline: boolean | null;
      /** Something got through before: the next try need not wait longer than the first. */
      readonly madeProgress?: boolean;
    }
  /** Nothing goes on until a person does something. */
  | { readonly kind: 'STOPPED'; readonly reason: StopReason };

export const DONE: StepResult = { kind: 'DONE' };

export class SyncStep {
  failures = 0;
  /** When it may go on; 0 for at once. */
  nextAt = 0;
  trouble: Trouble | null = null;
  /** A server that asked for patience gets it, also when a person presses the button. */
  isPromised = false;
  #wait = 0;
  #wasOffline = false;

  /** Whether it may run now; `isUrgent` for a person's wish or a network that came back. */
  mayRun(clock: Clock, isUrgent: boolean): boolean {
    const left = this.nextAt - clock.now();
    // More to wait than there ever was: the clock was set back, and nobody knows how long it has been.
    return left <= 0 || left > this.#wait || (isUrgent && !this.isPromised);
  }

  /** When it goes on at the earliest. */
  earliest(clock: Clock): number {
    return this.mayRun(clock, false) ? clock.now() : this.nextAt;
  }

  /** Another part reached the server right after this one had not: `trouble` is what is true then. */
  reachedAfterAll(trouble: Trouble): void {
    if (this.#wasOffline) this.trouble = trouble;
  }

  end(clock: Clock, result: StepResult): void {
    this.#wasOffline = result.kind === 'LATER' && result.isOffline === true;
    if (result.kind === 'LATER') {
      this.failures = result.madeProgress === true ? 1 : this.failures + 1;
      this.isPromised = result.retryAfterSeconds !== null;
      this.#wait = waitFor(clock, this.failures, result.retryAfterSeconds);
      this.nextAt = clock.now() + this.#wait;
      this.trouble = result.trouble;
      return;
    }
    this.failures = 0;
    this.nextAt = 0;
    this.isPromised = false;
    this.trouble = result.kind === 'HELD' ? result.trouble : null;
  }
}
