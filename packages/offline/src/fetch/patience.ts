/**
 * Ends a request when nothing was heard for a while, however long the whole takes. `fetch` does not tell how much of a body
 * has left. So a body is given the time that it takes on a very poor link.
 */
const SLOWEST_BYTES_PER_MS = 1;

export class Patience {
  readonly #abort = new AbortController();
  readonly #silenceMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(silenceMs: number) {
    this.#silenceMs = silenceMs;
    this.heard();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** A body of so many bytes begins to leave. */
  sends(bytes: number): void {
    this.#wait(this.#silenceMs + bytes / SLOWEST_BYTES_PER_MS);
  }

  heard(): void {
    this.#wait(this.#silenceMs);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#abort.abort(), ms);
  }
}
