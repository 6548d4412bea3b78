/** Saving what was typed, and keeping what is not saved yet. */
import {
  daySchema,
  eventPhotosSchema,
  productionEntrySchema,
  productionRecordSchema,
  uuidSchema,
} from '@wellpulse/contracts';
import { z } from 'zod';
import { method } from './method.ts';

const entryToSaveSchema = z.strictObject({
  wellId: uuidSchema,
  entry: productionEntrySchema,
  base: z.strictObject({ id: uuidSchema, version: z.int() }).nullable(),
  photos: eventPhotosSchema,
});

/** `EntryResult` of the forms. */
export const entryResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('SAVED'), record: productionRecordSchema }),
  z.object({ kind: z.literal('WAITS'), record: productionRecordSchema }),
  z.object({ kind: z.literal('CONFLICT'), theirs: productionRecordSchema }),
  z.object({
    kind: z.literal('REFUSED'),
    trouble: z.object({ code: z.string(), detail: z.string().nullable() }),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).readonly(),
  }),
  z.object({ kind: z.literal('HELD') }),
]);

const draftSchema = z.tuple([z.string().max(1024), z.string().max(1_000_000)]);

export const ENTRY_METHODS = {
  /** Answers when each of the days is on the disk, or says why one is not. */
  'entries.save': method(z.array(entryToSaveSchema).min(1).max(31), z.array(entryResultSchema)),
  /** Takes a reading back. Answers null when that is on the disk, or says why it is not. */
  'entries.remove': method(
    z.strictObject({ wellId: uuidSchema, day: daySchema }),
    z.object({ trouble: z.object({ code: z.string(), detail: z.string().nullable() }) }).nullable(),
  ),
  'drafts.all': method(z.strictObject({}), z.array(draftSchema)),
  /** Null forgets the draft. */
  'drafts.write': method(
    z.strictObject({ key: z.string().max(1024), text: z.string().max(1_000_000).nullable() }),
    z.null(),
  ),
} as const;
