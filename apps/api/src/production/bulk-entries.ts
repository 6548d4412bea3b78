/** Reads the entries of a bulk one by one: a person wants to mend every bad one in one go. */
import {
  fieldErrors,
  MAX_BULK_ENTRIES,
  productionEntrySchema,
  type FieldError,
  type ProductionEntry,
} from '@wellpulse/contracts';
import { ProblemError } from '../http/problem-error.ts';

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

/** Throws `VALIDATION_FAILED` unless `given` is a list of 1 to 31. Of two entries for a day the second is wrong. */
export function readBulkEntries(given: unknown): BulkEntries {
  const readable: BulkEntry[] = [];
  const errors: FieldError[] = [];
  const days = new Set<string>();
  for (const [index, value] of listOf(given).entries()) {
    const parsed = productionEntrySchema.safeParse(value);
    if (!parsed.success) {
      errors.push(...fieldErrors(parsed.error, ['entries', index]));
    } else if (days.has(parsed.data.productionDate)) {
      errors.push({ path: `entries[${index}].productionDate`, message: 'The same day stands twice' });
    } else {
      days.add(parsed.data.productionDate);
      readable.push({ index, entry: parsed.data });
    }
  }
  return { readable, errors };
}

function listOf(given: unknown): readonly unknown[] {
  if (Array.isArray(given) && given.length >= 1 && given.length <= MAX_BULK_ENTRIES) return given;
  throw new ProblemError('VALIDATION_FAILED', {
    errors: [{ path: 'entries', message: `Must be a list of 1 to ${MAX_BULK_ENTRIES} days` }],
  });
}
