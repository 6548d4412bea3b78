/**
 * Keyset pagination: the cursor names the last row seen by its sort value and id. So pages neither repeat nor skip rows while
 * others write. The thousandth page costs as much as the first.
 */
import { daySchema, message } from '@wellpulse/contracts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';

/** What the sort value of a cursor looks like by the type that it is compared as. */
const SORT_VALUES = {
  text: z.string().refine((value) => !value.includes('\u0000')),
  numeric: z.number(),
  date: z.union([daySchema, z.literal('0001-01-01')]),
  timestamptz: z.iso.datetime(),
} as const satisfies Record<string, z.ZodType<string | number>>;

export interface Keyset {
  /** An expression without nulls. */
  readonly value: RawBuilder<unknown>;
  /** The type that the value is compared as. */
  readonly type: keyof typeof SORT_VALUES;
  readonly id: RawBuilder<unknown>;
  readonly order: 'asc' | 'desc';
  readonly cursor: string | undefined;
}

/** The condition that a row comes after the cursor; true without one. Throws on a cursor that we didn't make. */
export function afterCursor({ value, type, id, order, cursor }: Keyset): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`;
  const [lastValue, lastId] = decodeCursor(cursor, type);
  const comparison = sql.raw(order === 'asc' ? '>' : '<');
  return sql<boolean>`(${value}, ${id}::text) ${comparison} (${lastValue}::text::${sql.raw(type)}, ${lastId}::text)`;
}

export const inOrder = ({ value, id, order }: Keyset): RawBuilder<unknown> =>
  sql`${value} ${sql.raw(order)}, ${id}::text ${sql.raw(order)}`;

/** Cuts one row too many off a list and turns the last kept one into the next cursor. */
export function toPage<Row extends { sort_value: string | number; id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    items: page.map(toItem),
    nextCursor: hasMore ? encodeCursor(last.sort_value, last.id) : null,
  };
}

const encodeCursor = (value: string | number, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

function decodeCursor(cursor: string, type: Keyset['type']): [string | number, string] {
  try {
    const cursorSchema = z.tuple([SORT_VALUES[type], z.uuid()]);
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ path: 'cursor', message: message('notACursor') }],
    });
  }
}
