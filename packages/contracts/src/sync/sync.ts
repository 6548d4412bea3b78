import { z } from 'zod';
import { conflictOutcomeSchema, recordValuesSchema } from '../conflicts/conflict.ts';
import { instantSchema, uuidSchema, versionSchema } from '../fields/fields.ts';

/** Why one event of a batch was not taken. `INTERNAL`, `EVENT_TOO_NEW` and `BASE_MISSING` are worth another try. */
export const SYNC_FAILURES = [
  'VALIDATION_FAILED',
  'SIGNATURE_INVALID',
  'EVENT_ID_REUSED',
  'EVENT_TYPE_UNKNOWN',
  'EVENT_TOO_LARGE',
  'WELL_NOT_FOUND',
  'WELL_PLUGGED',
  'EQUIPMENT_NOT_FOUND',
  'EQUIPMENT_DELETED',
  'SERIAL_NUMBER_TAKEN',
  'RECORD_NOT_FOUND',
  'DATE_IN_FUTURE',
  'FORBIDDEN',
  'TENANT_MISMATCH',
  'AUTHOR_UNKNOWN',
  'INTERNAL',
  'EVENT_TOO_NEW',
  'BASE_MISSING',
] as const;
export const syncFailureCodeSchema = z.enum(SYNC_FAILURES);
export type SyncFailureCode = z.infer<typeof syncFailureCodeSchema>;

/** An event that met another change, and what became of it. */
export const syncConflictSchema = z.object({
  eventId: uuidSchema,
  conflictId: uuidSchema,
  reason: z.string(),
  existingData: recordValuesSchema,
  incomingData: recordValuesSchema,
  resolution: conflictOutcomeSchema,
});
export type SyncConflict = z.infer<typeof syncConflictSchema>;

/** An event that was not taken. If it is `retryable`, the device sends it again. */
export const syncFailureSchema = z.object({
  eventId: z.string().meta({ description: 'As it was sent: it may be no UUID, which is why it failed' }),
  code: syncFailureCodeSchema,
  reason: z.string(),
  retryable: z.boolean().meta({ description: 'True: not settled, send it again later' }),
});
export type SyncFailure = z.infer<typeof syncFailureSchema>;

/** Each event id of the request stands in exactly one of the three lists. */
export const syncAnswerSchema = z
  .object({
    synced: z.array(uuidSchema),
    conflicts: z.array(syncConflictSchema),
    failed: z.array(syncFailureSchema),
    serverTime: z.string(),
  })
  .meta({ id: 'SyncAnswer' });
export type SyncAnswer = z.infer<typeof syncAnswerSchema>;

/** The kinds of records that a pull brings. */
export const SYNCED_ENTITIES = [
  'WELL',
  'PRODUCTION',
  'EQUIPMENT',
  'MAINTENANCE',
  'CONFLICT',
  'ALERT',
] as const;
export const syncedEntitySchema = z.enum(SYNCED_ENTITIES);
export type SyncedEntity = z.infer<typeof syncedEntitySchema>;

/** A record as it is now. A deleted one carries no data. `deletedAt` is of what deleted it; older servers do not tell. */
export const syncChangeSchema = z.object({
  entity: syncedEntitySchema,
  id: uuidSchema,
  version: versionSchema,
  deleted: z.boolean(),
  deletedAt: instantSchema.optional(),
  data: z.record(z.string(), z.unknown()).nullable(),
});
export type SyncChange = z.infer<typeof syncChangeSchema>;

export const MAX_CHANGES = 5000;
/** Days that a pull may ask for. */
export const SHORTEST_HISTORY = 8;
export const LONGEST_HISTORY = 3660;

/** A page of the feed. `nextCursor` asks for what comes after it. */
export const syncChangesSchema = z
  .object({
    changes: z.array(syncChangeSchema),
    nextCursor: z.string(),
    hasMore: z.boolean(),
    serverTime: z.string(),
  })
  .meta({ id: 'SyncChanges' });
export type SyncChanges = z.infer<typeof syncChangesSchema>;
