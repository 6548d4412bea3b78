/** Locks the app where nobody touched it for a quarter of an hour: as long as on the laptop (ADR 118). */

/** So long without a touch or a key, and nobody is taken to be at the phone any more. */
export const LOCK_AFTER_MS = 15 * 60_000;

/** Milliseconds of both clocks of a device. */
export interface TwoClocks {
  /** It may be set, and goes on while the device sleeps. */
  readonly wall: () => number;
  /** It only rises, and may stand still while the device sleeps. */
  readonly steady: () => number;
}

/**
 * Counts from the last touch.
 *
 * @example
 * const autoLock = new AutoLock(lock, { wall: Date.now, steady: () => performance.now() });
 * autoLock.touched();
 */
export class AutoLock {
  readonly #lock: () => void;
  readonly #clocks: TwoClocks;
  #wallAt: number;
  #steadyAt: number;

  /** Somebody is at the device now. */
  constructor(lock: () => void, clocks: TwoClocks) {
    this.#lock = lock;
    this.#clocks = clocks;
    this.#wallAt = clocks.wall();
    this.#steadyAt = clocks.steady();
  }

  /** Somebody touched the device, or typed. A touch after too long is another person’s: it locks. */
  touched(): void {
    if (this.look()) return;
    this.#wallAt = this.#clocks.wall();
    this.#steadyAt = this.#clocks.steady();
  }

  /** Locks if it is time. Whether it was. */
  look(): boolean {
    // A clock that is set back keeps nothing open, nor does one that slept.
    const passed = Math.max(this.#clocks.wall() - this.#wallAt, this.#clocks.steady() - this.#steadyAt);
    if (passed < LOCK_AFTER_MS) return false;
    this.#lock();
    return true;
  }
}
