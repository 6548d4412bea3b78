/** Rows in memory by key, remembering which were changed: the only rows that have to be written. */
export class TrackedRows<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #changed = new Set<string>();
  /** During a trial: the keys that it changed, with the rows before it. */
  #before: Map<string, { readonly row: Row | undefined; readonly wasChanged: boolean }> | null = null;

  /** Takes in a row as the database holds it. */
  load(key: string, row: Row): void {
    this.#rows.set(key, row);
  }

  /** The row as it is now; undefined if it was neither loaded nor put. */
  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  /** Takes the place of the row under the key, and counts as a change even if both say the same. */
  put(key: string, row: Row): void {
    if (this.#before !== null && !this.#before.has(key)) {
      this.#before.set(key, { row: this.#rows.get(key), wasChanged: this.#changed.has(key) });
    }
    this.#rows.set(key, row);
    this.#changed.add(key);
  }

  /** All rows, in the order in which their keys came. */
  all(): Row[] {
    return [...this.#rows.values()];
  }

  /** The rows that were put, as they are now: what has to be written. */
  changed(): Row[] {
    return [...this.#changed].flatMap((key) => {
      const row = this.#rows.get(key);
      return row === undefined ? [] : [row];
    });
  }

  /** Begins a trial: each later `put` can be undone. */
  begin(): void {
    this.#before = new Map();
  }

  /** Ends the trial: keeps its rows, or takes them back. */
  end(keeps: boolean): void {
    const before = this.#before ?? new Map<string, never>();
    this.#before = null;
    if (keeps) return;
    for (const [key, { row, wasChanged }] of before) {
      if (row === undefined) this.#rows.delete(key);
      else this.#rows.set(key, row);
      if (!wasChanged) this.#changed.delete(key);
    }
  }
}
