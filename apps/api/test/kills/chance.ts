/** Chance that can be had again: the same seed draws the same numbers. */
import { createHash } from 'node:crypto';

export class Chance {
  readonly #seed: string;
  #drawn = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Between the two, the second excluded. */
  between(least: number, most: number): number {
    this.#drawn += 1;
    const bytes = createHash('sha256').update(`${this.#seed}:${this.#drawn}`).digest();
    return least + (bytes.readUInt32BE() / 2 ** 32) * (most - least);
  }

  isLucky(probability: number): boolean {
    return this.between(0, 1) < probability;
  }

  /** One of a list that isn't empty. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.between(0, items.length))];
    if (item === undefined) throw new Error('There is nothing to pick from');
    return item;
  }
}
