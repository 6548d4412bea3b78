/** The part of a query that makes it a page: its order, and the place after which it starts. */
import { sql, type RawBuilder } from 'kysely';
import type { SortKey } from './listing.ts';

export interface ListOrder {
  /** Columns or expressions without nulls, all in one direction, the last of them unique. */
  readonly by: readonly RawBuilder<unknown>[];
  readonly direction: 'asc' | 'desc';
}

/** Throws a `RangeError` for a key of another list. */
export function isAfter({ by, direction }: ListOrder, key: SortKey | null): RawBuilder<boolean> {
  if (key === null) return sql<boolean>`true`;
  if (key.length !== by.length) throw new RangeError('The cursor is of another list');
  const compared = direction === 'asc' ? sql`>` : sql`<`;
  return sql<boolean>`(${sql.join(by)}) ${compared} (${sql.join(key)})`;
}

/**
 * The same for a list that is a range of its one column, newest first: from `from` on, and below `below`. The end of the
 * range and the cursor become one bound. With two, the index takes either, and each page might be read from the
 * beginning of the list.
 */
export function isAfterInRange(
  { by: [column] }: ListOrder,
  { from, below }: { readonly from: string; readonly below: string },
  key: SortKey | null,
): RawBuilder<boolean> {
  if (key !== null && key.length !== 1) throw new RangeError('The cursor is of another list');
  const end = key === null ? sql`${below}` : sql`min(${key[0]}, ${below})`;
  return sql<boolean>`${column} >= ${from} and ${column} < ${end}`;
}

export const inOrder = ({ by, direction }: ListOrder): RawBuilder<unknown> =>
  sql.join(by.map((part) => (direction === 'asc' ? part : sql`${part} desc`)));

/** The key as one column of JSON, so that a list may be ordered by any number of values. */
export const keyColumn = ({ by }: ListOrder): RawBuilder<string> => sql<string>`json_array(${sql.join(by)})`;

// The query itself has just made it of such values.
export const readKey = (text: string): SortKey => JSON.parse(text) as SortKey;
