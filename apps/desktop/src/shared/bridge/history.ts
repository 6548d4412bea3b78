/** What was done to a record on this laptop, from its own log. */
import { daySchema, historyEntrySchema, uuidSchema } from '@wellpulse/contracts';
import { z } from 'zod';
import { method } from './method.ts';

const stepSchema = historyEntrySchema.extend({
  /** Whether the office has not heard of it. */
  isPending: z.boolean(),
});

export const HISTORY_METHODS = {
  /** Oldest first. A value from before the first step here is null: the office knows it. */
  'history.of': method(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('READING'), wellId: uuidSchema, day: daySchema }),
      z.strictObject({ kind: z.literal('ITEM'), equipmentId: uuidSchema }),
    ]),
    z.array(stepSchema),
  ),
} as const;
