/** One of the three parts of a sync. Each fails, waits and resumes by itself. */
import { waitFor } from './backoff.ts';
import type { Clock } from '../ports/clock.ts';

/** What a part of a sync ended with. */
export type StepResult =
  | { readonly kind: 'DONE' }
  /** Through, but something waits after a failure of its own. */
  | { readonly kind: 'HELD'; readonly message: string }
  /** To be tried again; `retryAfterSeconds` if the server said when. */
  | {
      readonly kind: 'LATER';
      readonly message: string;
      readonly retryAfterSeconds: number | null;
      readonly isOffline: boolean;
    }
  /** Nothing goes on until a person does something. */
  | { readonly kind: 'STOPPED'; readonly reason: StopReason; readonly message: string };

export type StopReason =
  'NEEDS_SIGN_IN' | 'DEVICE_REVOKED' | 'REGISTER_AGAIN' | 'TENANT_SUSPENDED' | 'USER_SUSPENDED' | 'FORBIDDEN';

export const DONE: StepResult = { kind: 'DONE' };

export class SyncStep {
  failures = 0;
  /** When it may go on; 0 for at once. */
  nextAt = 0;
  lastError: string | null = null;
  /** A server that asked for patience gets it, also when a person presses the button. */
  isPromised = false;
  #wait = 0;

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

  end(clock: Clock, result: StepResult): void {
    if (result.kind === 'LATER') {
      this.failures += 1;
      this.isPromised = result.retryAfterSeconds !== null;
      this.#wait = waitFor(clock, this.failures, result.retryAfterSeconds);
      this.nextAt = clock.now() + this.#wait;
      this.lastError = result.message;
      return;
    }
    this.failures = 0;
    this.nextAt = 0;
    this.isPromised = false;
    this.lastError = result.kind === 'DONE' ? null : result.message;
  }
}
