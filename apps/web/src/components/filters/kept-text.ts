import { Observable } from '@wellpulse/forms';

/** How long the address may take to hold what was typed, in milliseconds, before the text is written once more. */
export const AGAIN_MS = 400;

/**
 * What somebody types into a filter that lives in the address. A slow page can show an older address for a moment, or for good:
 * what was typed stands until its box is left, and is written until the address holds it.
 */
export class KeptText extends Observable {
  #typed: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Undefined: nobody types, and the text of the address stands. */
  get typed(): string | undefined {
    return this.#typed;
  }

  type(text: string): void {
    this.#typed = text;
    this.changed();
  }

  /** The address counts again: the box was left, or the person went back in the browser. */
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
    if (typed === undefined || typed === inAddress) return;
    this.#timer = setTimeout(() => {
      write(typed);
      this.compare(inAddress, write);
    }, AGAIN_MS);
  }
}
