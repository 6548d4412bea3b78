/**
 * Reads the answers of a sync. A device may be older than the server: then it may not know a code, a reason or an
 * entity. An unknown one settles its event like any other, and holds up nothing.
 */
import { endpoints, syncChangeSchema, syncChangesSchema, syncEndpoints } from '@wellpulse/contracts';
import { z } from 'zod';

const conflictSchema = z.looseObject({ eventId: z.string(), reason: z.string() });
const failureSchema = z.looseObject({
  eventId: z.string(),
  code: z.string(),
  reason: z.string(),
  retryable: z.boolean(),
});
const changeSchema = syncChangeSchema.extend({ entity: z.string() });

export type BatchConflict = z.infer<typeof conflictSchema>;
export type BatchFailure = z.infer<typeof failureSchema>;
export type ReceivedChange = z.infer<typeof changeSchema>;

const batchAnswerSchema = z.object({
  synced: z.array(z.string()),
  conflicts: z.array(conflictSchema),
  failed: z.array(failureSchema),
});
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;

const changesPageSchema = syncChangesSchema.extend({ changes: z.array(changeSchema) });
export type ChangesPage = z.infer<typeof changesPageSchema>;

/** `tenantRules` takes of it what this app knows. */
const settingsSchema = z.looseObject({ name: z.string(), timeZone: z.string() });

export const tolerantEndpoints = {
  batch: { ...syncEndpoints.batch, answer: batchAnswerSchema },
  changes: { ...syncEndpoints.changes, answer: changesPageSchema },
  settings: { ...endpoints.tenant.getSettings, answer: settingsSchema },
};
