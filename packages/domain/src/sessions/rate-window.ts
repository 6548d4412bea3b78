/** How requests are counted against a limit: in windows that begin with a request, each by itself. */

export interface RateWindow {
  /** Milliseconds since 1970. */
  readonly endsAt: number;
  readonly count: number;
}

/**
 * The window after one more request; a new one if the former is over. `now` is in milliseconds since 1970, `lengthMs` how long a window
 * lasts. A request beyond the limit counts too, and makes no window longer.
 *
 * @example
 * const window = countIn(windows.get(user), Date.now(), 60_000);
 */
export const countIn = (window: RateWindow | undefined, now: number, lengthMs: number): RateWindow =>
  window === undefined || window.endsAt <= now
    ? { endsAt: now + lengthMs, count: 1 }
    : { ...window, count: window.count + 1 };

/**
 * The whole seconds until a window ends in which more than `most` were counted; null if the request may go on.
 *
 * @example
 * secondsToWait({ endsAt: 61_000, count: 11 }, 1_500, 10); // 60
 */
export const secondsToWait = ({ endsAt, count }: RateWindow, now: number, most: number): number | null =>
  count <= most ? null : Math.max(1, Math.ceil((endsAt - now) / 1000));
