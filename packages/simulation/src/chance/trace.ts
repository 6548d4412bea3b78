/** What happened, in lines. Two runs of a seed are the same if their traces have the same hash. */
import { createHash } from 'node:crypto';

export class Trace {
  readonly #lines: string[] = [];
  readonly #hash = createHash('sha256');
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(who: string, what: string): void {
    const line = `${new Date(this.#now()).toISOString().slice(5, 23)} ${who.padEnd(8)} ${what}`;
    this.#lines.push(line);
    this.#hash.update(line);
  }

  get hash(): string {
    return this.#hash.copy().digest('hex');
  }

  /** The last lines; with `about`, the last that name one of these. */
  last(count: number, about: readonly string[] = []): readonly string[] {
    const lines =
      about.length === 0
        ? this.#lines
        : this.#lines.filter((line) => about.some((name) => line.includes(name)));
    return lines.slice(-count);
  }
}

/** Ids are long, and their ends differ. */
export const short = (id: string): string => id.slice(-6);
