/** Lists: `{items, nextCursor}` with `limit`, `cursor`, `sort` and `order`, the same for every resource. */
import { z } from 'zod';
import { daySchema } from './fields.ts';
import { message } from '../messages/messages.ts';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 1000;

/** Query strings carry text; these read numbers and booleans from it. */
export const queryInt = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d+$/, message('notWhole'))
    .transform(Number)
    .pipe(z.int().min(min).max(max));
export const queryNumber = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, message('notANumber'))
  .transform(Number);
export const queryBoolean = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Narrows a list to the wells that are assigned to the caller. */
export const mineQuery = {
  mine: queryBoolean.optional().meta({ description: 'Only of the wells assigned to the caller' }),
};

export const pageQuery = {
  limit: queryInt(1, MAX_LIMIT).default(DEFAULT_LIMIT),
  cursor: z.string().max(500).optional(),
};

export const orderSchema = z.enum(['asc', 'desc']);

/** `from` and `to`, days, both included; with `isOrdered` for the pair. */
export const dayRange = { from: daySchema.optional(), to: daySchema.optional() };
export const isOrdered = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from === undefined || to === undefined || from <= to;
export const NOT_ORDERED = { message: message('notOrdered'), path: ['to'] };

/** The answer of a list route. `nextCursor` is null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** The answer of a list that is short enough to be told at once. */
export const wholeListOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.null() });

export const countedPageOf = <Item extends z.ZodType>(item: Item) =>
  pageOf(item).extend({ total: z.int().meta({ description: 'All that match, on every page' }) });

/** A part of a list. `nextCursor` asks for the next part; null at the end. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A list that is never parted, in the form of a page. */
export interface WholeList<Item> {
  items: Item[];
  nextCursor: null;
}

/**
 * A list in the form of a page, which is its last one too.
 *
 * @example
 * wholeList(['a', 'b']); // { items: ['a', 'b'], nextCursor: null }
 */
export const wholeList = <Item>(items: Item[]): WholeList<Item> => ({ items, nextCursor: null });
