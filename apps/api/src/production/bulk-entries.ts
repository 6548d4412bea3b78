/** Reads the entries of a bulk one by one: a person wants to correct every bad one in one go. */
import {
  endpoints,
  fieldErrors,
  MAX_BULK_ENTRIES,
  type FieldError,
  type ProductionEntry,
  message,
} from '@wellpulse/contracts';
import { z } from 'zod';
import { ProblemError } from '../http/problems/problem-error.ts';

const { body: bulkSchema } = endpoints.production.createBulk;
const entrySchema = bulkSchema.shape.entries.element;
const LIST = message('daysExpected', { count: MAX_BULK_ENTRIES });
const listSchema = bulkSchema.extend({
  entries: z.array(z.unknown(), LIST).min(1, LIST).max(MAX_BULK_ENTRIES, LIST),
});

export interface BulkEntry {
  /** Its place in the request, which field errors name. */
  readonly index: number;
  readonly entry: ProductionEntry;
}

export interface BulkEntries {
  readonly readable: readonly BulkEntry[];
  /** What is wrong with the others. */
  readonly errors: readonly FieldError[];
}

/**
 * Throws `VALIDATION_FAILED` unless `body` holds a list of 1 to 31 entries and nothing else. Of two entries for a day
 * the second is wrong.
 */
export function readBulkEntries(body: unknown): BulkEntries {
  const readable: BulkEntry[] = [];
  const errors: FieldError[] = [];
  const days = new Set<string>();
  for (const [index, value] of listOf(body).entries()) {
    const parsed = entrySchema.safeParse(value);
    if (!parsed.success) {
      errors.push(...fieldErrors(parsed.error, ['entries', index]));
    } else if (days.has(parsed.data.productionDate)) {
      errors.push({ path: `entries[${index}].productionDate`, message: message('dayTwice') });
    } else {
      days.add(parsed.data.productionDate);
      readable.push({ index, entry: parsed.data });
    }
  }
  return { readable, errors };
}

function listOf(body: unknown): readonly unknown[] {
  // Without a body, or with a bare list, it is the entries that are missing.
  const parsed = listSchema.safeParse(Array.isArray(body) ? {} : (body ?? {}));
  if (parsed.success) return parsed.data.entries;
  throw new ProblemError('VALIDATION_FAILED', { errors: fieldErrors(parsed.error) });
}
