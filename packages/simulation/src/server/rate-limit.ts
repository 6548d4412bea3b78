/** So many batches a minute for each user, as the API counts them; or no limit at all. */
import { BATCHES_PER_MINUTE } from '@wellpulse/contracts';
import { countIn, secondsToWait, type RateWindow } from '@wellpulse/domain';

const WINDOW_MS = 60_000;

export class RateLimit {
  readonly #isOn: boolean;
  readonly #windows = new Map<string, RateWindow>();

  constructor(isOn: boolean) {
    this.#isOn = isOn;
  }

  /** Seconds to wait; null if it may go on. */
  consume(userId: string, now: number): number | null {
    if (!this.#isOn) return null;
    const window = countIn(this.#windows.get(userId), now, WINDOW_MS);
    this.#windows.set(userId, window);
    return secondsToWait(window, now, BATCHES_PER_MINUTE);
  }
}
