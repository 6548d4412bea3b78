/**
 * Something that changes and tells of it: what a form knows, between the screens that draw it.
 *
 * @example
 * class Draft extends Observable {
 *   type(text: string): void {
 *     this.text = text;
 *     this.changed();
 *   }
 * }
 */
export class Observable {
  readonly #listeners = new Set<() => void>();
  #revision = 0;

  /** Answers with what ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Grows with every change: what depends on it is to be drawn again. */
  get revision(): number {
    return this.#revision;
  }

  protected changed(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }
}
