import { Observable } from '@wellpulse/forms';

/** How long the address may take to hold what was typed, in milliseconds, before the text is written once more. */
export const AGAIN_MS = 400;
/** So often a text is written after its box was left. */
const MOST_AFTER_LEAVING = 25;

/**
 * What somebody types into a filter that lives in the address. A slow page can show an older address for a moment, or for good:
 * what was typed stands until its box is left and the address holds it, and is written until then.
 */
export class KeptText extends Observable {
  #typed: string | undefined;
  /** How often it may still be written; without an end while somebody is in the box. */
  #writesLeft = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Undefined: nobody types, and the text of the address stands. */
  get typed(): string | undefined {
    return this.#typed;
  }

  type(text: string): void {
    this.#typed = text;
    this.#writesLeft = Infinity;
    this.changed();
  }

  /** The box was left, such as for a question on top of the page. The address counts again once it holds the text. */
  leaveBox(inAddress: string): void {
    if (this.#typed === inAddress) this.leave();
    else this.#writesLeft = MOST_AFTER_LEAVING;
  }

  /** The address counts again: the person went back in the browser. */
  leave(): void {
    clearTimeout(this.#timer);
    if (this.#typed === undefined) return;
    this.#typed = undefined;
    this.changed();
  }

  /**
   * Compares the address with what was typed, after each change of either.
   *
   * @param inAddress the text as the address has it
   * @param write puts a text into the address
   */
  compare(inAddress: string, write: (text: string) => void): void {
    clearTimeout(this.#timer);
    const typed = this.#typed;
    if (typed === undefined) return;
    if (typed === inAddress || this.#writesLeft === 0) {
      if (this.#writesLeft !== Infinity) this.leave();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#writesLeft -= 1;
      write(typed);
      this.compare(inAddress, write);
    }, AGAIN_MS);
  }
}
