/** Notices, as the API does, that the log was put back to an older state (ADR 44, ADR 69). */
import type { ServerParts } from './server-parts.ts';
import type { TenantStore } from './tenant-store.ts';

export interface LineagesInput {
  readonly store: TenantStore;
  readonly parts: ServerParts;
  /** Writes that another lineage begins. */
  readonly begin: (number: number) => void;
}

export class Lineages {
  readonly #in: LineagesInput;
  /** Marks that this server gave: what the seal of the API proves, which no restore takes back. */
  readonly #given = new Set<string>();

  constructor(input: LineagesInput) {
    this.#in = input;
  }

  /** What a device keeps, to show it with its next request: the newest row, and in which lineage the mark was given. */
  markOf(): string {
    const mark = `${this.#in.store.mark()}.${this.#present()}`;
    this.#given.add(mark);
    return mark;
  }

  /** True if the device has seen a row of the log that is gone. A mark of the present lineage proves a restore since. */
  refuses(mark: string | undefined): boolean {
    const { store, parts, begin } = this.#in;
    if (mark === undefined || parts.holdsMark(store, mark)) return false;
    const lineage = Number(mark.split('.')[2]);
    if (this.#given.has(mark) && lineage >= this.#present()) begin(lineage + 1);
    return true;
  }

  #present(): number {
    return this.#in.store.begin().lineage?.id ?? 0;
  }
}
