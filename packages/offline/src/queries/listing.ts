/** Lists of any length: read page by page, or one item after the other, without ever being in memory whole (ADR 35). */

/** Marks a place in a list. Opaque to its holder, who may keep it; it stays good when records come and go. */
export type Cursor = string;

export interface PageRequest {
  /** The `next` of the page before; the first page if left out or null. */
  readonly after?: Cursor | null;
  /** How many items at most; 100 if left out. */
  readonly limit?: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page starts; null after the last item. */
  readonly next: Cursor | null;
}

/** The values that a list is ordered by, ending with one that no two items share. */
export type SortKey = readonly (string | number)[];

/** Reads at most `limit` items that come after `after`, in the list's order. */
export type ReadAfter<Item> = (after: SortKey | null, limit: number) => Promise<readonly Keyed<Item>[]>;

export interface Keyed<Item> {
  readonly item: Item;
  readonly key: SortKey;
}

const DEFAULT_LIMIT = 100;
/** Large enough that the query's own cost disappears, small enough for a phone's memory. */
const STREAMED_AT_ONCE = 500;

/**
 * A list that is read when it is asked for. Each item that stays in the list is seen exactly once, also while others
 * come and go between two pages.
 *
 * @example
 * for await (const reading of client.records.production(wellId)) print(reading);
 * const { items, next } = await client.records.production(wellId).page({ limit: 50 });
 */
export class Listing<Item> implements AsyncIterable<Item> {
  readonly #read: ReadAfter<Item>;

  constructor(read: ReadAfter<Item>) {
    this.#read = read;
  }

  /** One page. Throws a `RangeError` for a limit below 1 and for a cursor that no page has given. */
  async page({ after = null, limit = DEFAULT_LIMIT }: PageRequest = {}): Promise<Page<Item>> {
    if (!(limit >= 1)) throw new RangeError('A page has room for at least one item');
    const found = await this.#read(after === null ? null : readCursor(after), limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const isLast = found.length <= limit || last === undefined;
    return { items: shown.map(({ item }) => item), next: isLast ? null : JSON.stringify(last.key) };
  }

  /** All items, one after the other. A caller who stops early has read little more than it took. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    let after: Cursor | null = null;
    do {
      const page: Page<Item> = await this.page({ after, limit: STREAMED_AT_ONCE });
      yield* page.items;
      after = page.next;
    } while (after !== null);
  }

  /** All items at once, for lists that are known to be short. */
  async all(): Promise<Item[]> {
    const items: Item[] = [];
    for await (const item of this) items.push(item);
    return items;
  }
}

function readCursor(cursor: Cursor): SortKey {
  const key: unknown = parsed(cursor);
  if (!Array.isArray(key) || !key.every(isSortValue)) throw new RangeError('A cursor comes from a page');
  return key;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isSortValue = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
