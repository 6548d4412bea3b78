/** How many records a page of a pull is asked for: as many as the link brings in some seconds, and fewer where it breaks. */
import type { Failure } from '../../protocol/request-answer.ts';

/** An operator's own wells with their last days fit into about two of these. */
const FIRST = 250;
const MOST = 1000;
const QUICK_MS = 2000;
const FAIR_MS = 8000;
const SLOW_MS = 20_000;

export class PageSize {
  #size = FIRST;

  get size(): number {
    return this.#size;
  }

  arrived(milliseconds: number): void {
    const factor =
      milliseconds < QUICK_MS ? 4 : milliseconds < FAIR_MS ? 2 : milliseconds > SLOW_MS ? 0.5 : 1;
    this.#set(this.#size * factor);
  }

  broke(): void {
    this.#set(this.#size / 2);
  }

  #set(size: number): void {
    this.#size = Math.min(MOST, Math.max(1, Math.floor(size)));
  }
}

/** No answer of the server came: the link, or something on it, may let less pass. */
export const isOfTheLink = ({ kind }: Failure | { readonly kind: 'NEEDS_SIGN_IN' }): boolean =>
  kind === 'NO_ANSWER' || kind === 'TIMEOUT' || kind === 'UNREADABLE';
