/** So many batches a minute for each user, as the API counts them; or no limit at all. */
import { BATCHES_PER_MINUTE } from '@wellpulse/contracts';

const WINDOW_MS = 60_000;

export class RateLimit {
  readonly #isOn: boolean;
  readonly #windows = new Map<string, { readonly until: number; count: number }>();

  constructor(isOn: boolean) {
    this.#isOn = isOn;
  }

  /** Seconds to wait; null if it may go on. */
  consume(userId: string, now: number): number | null {
    if (!this.#isOn) return null;
    const window = this.#windows.get(userId);
    if (window === undefined || window.until <= now) {
      this.#windows.set(userId, { until: now + WINDOW_MS, count: 1 });
      return null;
    }
    window.count += 1;
    return window.count <= BATCHES_PER_MINUTE ? null : Math.ceil((window.until - now) / 1000);
  }
}
