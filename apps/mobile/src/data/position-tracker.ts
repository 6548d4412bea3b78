/**
 * Where the person at this phone is, as long as a screen of theirs is open. Nobody is asked before they want it, and nothing waits for it
 * (ADR 111).
 */
import { distanceFeet, keptFix, placeOfOrder, type Fix, type Position } from '@wellpulse/domain';
import { Observable, type PositionState } from '@wellpulse/forms';
import type { PositionAccess, Positions } from '../native/ports.ts';

/** So long a person is told that their position is being looked for; then that there is none yet. */
export const SEARCH_MS = 15_000;
/**
 * A fix that is older says nothing of where the person is now. A browser tells nothing while its device stands still, so it is asked anew.
 */
export const STALE_MS = 60_000;
/** Nobody sees a difference that is smaller. */
const SEEN_FEET = 3;

const OFF: PositionState = { kind: 'OFF' };

/**
 * Follows the position of the phone.
 *
 * @example
 * const tracker = new PositionTracker(positions, clock.after);
 * await tracker.turnOn(); // the person pressed a button
 * tracker.state; // { kind: 'FIX', fix }
 */
export class PositionTracker extends Observable {
  readonly #positions: Positions;
  readonly #after: (ms: number, run: () => void) => () => void;
  #state: PositionState = OFF;
  /** As screens have drawn it last. */
  #drawn: Fix | null = null;
  #order: Position | null = null;
  /** Grows with each beginning and end. */
  #beginnings = 0;
  /** Ends the watch of the moment. */
  #end: (() => void) | null = null;

  /** @param after calls `run` once so many milliseconds have passed, unless the function returned is called before */
  constructor(positions: Positions, after: (ms: number, run: () => void) => () => void) {
    super();
    this.#positions = positions;
    this.#after = after;
  }

  /** It tells of a change that a person would see. */
  get state(): PositionState {
    return this.#state;
  }

  /** From where lists of wells are put in order; null where nobody knows. */
  get order(): Position | null {
    return this.#order;
  }

  /** A person wants it: the platform asks them, where it still does. */
  turnOn(): Promise<void> {
    return this.#begin(() => this.#positions.ask());
  }

  /** They wanted it before. Nobody is asked: where the platform would, it is off. */
  resume(): Promise<void> {
    return this.#begin(() => this.#positions.access());
  }

  /** Nobody looks, or nobody wants it any more. What was measured is forgotten: they may be elsewhere when it goes on. */
  stop(): void {
    this.#beginnings += 1;
    this.#end?.();
    this.#end = null;
    this.#order = null;
    this.#show(OFF);
  }

  async #begin(access: () => Promise<PositionAccess>): Promise<void> {
    this.stop();
    const beginning = this.#beginnings;
    const given = await access().catch((): PositionAccess => 'REFUSED');
    // Somebody has stopped it meanwhile, or begun anew.
    if (beginning !== this.#beginnings) return;
    if (given === 'GRANTED') this.#search();
    else this.#show(given === 'REFUSED' ? { kind: 'REFUSED' } : OFF);
  }

  #search(): void {
    this.#end?.();
    // A former fix stands until it is known that there is no newer one.
    if (this.#state.kind !== 'FIX') this.#show({ kind: 'SEARCHING' });
    let kept: Fix | null = null;
    let stopTimer = this.#after(SEARCH_MS, () => this.#show({ kind: 'NO_FIX' }));
    const stopWatch = this.#positions.watch(
      (fix) => {
        kept = keptFix(kept, fix);
        stopTimer();
        stopTimer = this.#after(STALE_MS, () => this.#search());
        this.#take(kept);
      },
      (trouble) => {
        // A fix that was there a moment ago is better than none.
        if (trouble === 'NO_FIX' && kept !== null) return;
        stopTimer();
        this.#show({ kind: trouble });
      },
    );
    this.#end = () => {
      stopTimer();
      stopWatch();
    };
  }

  #take(fix: Fix): void {
    this.#order = placeOfOrder(this.#order, fix);
    const isAsDrawn =
      this.#state.kind === 'FIX' &&
      this.#drawn !== null &&
      distanceFeet(this.#drawn, fix) < SEEN_FEET &&
      Math.abs(this.#drawn.accuracyFeet - fix.accuracyFeet) < 1;
    this.#state = { kind: 'FIX', fix };
    if (isAsDrawn) return;
    this.#drawn = fix;
    this.changed();
  }

  /** Whatever is no fix. */
  #show(state: PositionState): void {
    if (state.kind === this.#state.kind) return;
    this.#state = state;
    this.changed();
  }
}
