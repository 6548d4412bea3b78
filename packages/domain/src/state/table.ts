/** Rows in memory by key, remembering which were changed: the only rows that have to be written. */
export class Table<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #changed = new Set<string>();

  /** Takes in a row as the database holds it. */
  load(key: string, row: Row): void {
    this.#rows.set(key, row);
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  put(key: string, row: Row): void {
    this.#rows.set(key, row);
    this.#changed.add(key);
  }

  all(): Row[] {
    return [...this.#rows.values()];
  }

  changed(): Row[] {
    return [...this.#changed].flatMap((key) => {
      const row = this.#rows.get(key);
      return row === undefined ? [] : [row];
    });
  }
}
