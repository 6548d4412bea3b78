import { z } from 'zod';
import { locationSchema, uuidSchema, versionSchema } from '../fields/fields.ts';
import { message } from '../messages/messages.ts';

/**
 * What became of an event that met another device's change: both stand, mine won at least one field, mine won none,
 * or a person has to choose (docs/sync-protocol.md, "Conflicts").
 */
export const CONFLICT_OUTCOMES = ['MERGE', 'OVERWRITE', 'SKIP', 'USER_PROMPT'] as const;
export const conflictOutcomeSchema = z.enum(CONFLICT_OUTCOMES);
export type ConflictOutcome = z.infer<typeof conflictOutcomeSchema>;

/**
 * `OPEN` waits for a person; `SETTLED` went by the rules; `RESOLVED` a person chose; `UNDONE` a person undid what the rules did;
 * `WITHDRAWN` the author of one side took it back.
 */
export const CONFLICT_STATUSES = ['OPEN', 'SETTLED', 'RESOLVED', 'UNDONE', 'WITHDRAWN'] as const;
export const conflictStatusSchema = z.enum(CONFLICT_STATUSES);
export type ConflictStatus = z.infer<typeof conflictStatusSchema>;

export const CONFLICT_CHOICES = ['EXISTING', 'INCOMING', 'MERGED'] as const;
export const conflictChoiceSchema = z.enum(CONFLICT_CHOICES);
export type ConflictChoice = z.infer<typeof conflictChoiceSchema>;

/** Field values of a record, by the names that its events use. */
export const recordValuesSchema = z.record(z.string(), z.unknown());
export type RecordValues = z.infer<typeof recordValuesSchema>;

/** Who wrote one side, from which device, and when they did it. */
export const conflictSideSchema = z.object({
  userId: uuidSchema.nullable(),
  deviceId: uuidSchema.nullable(),
  occurredAt: z.string(),
});
export type ConflictSide = z.infer<typeof conflictSideSchema>;

export const CONFLICT_ENTITIES = ['PRODUCTION', 'EQUIPMENT'] as const;

/** A conflict as it is stored: both sides, the contested fields and what became of them. */
export const conflictRecordSchema = z.object({
  id: uuidSchema,
  eventId: uuidSchema.meta({ description: 'The event that met the other change' }),
  eventType: z.string(),
  entity: z.enum(CONFLICT_ENTITIES),
  recordId: uuidSchema,
  wellId: uuidSchema,
  productionDate: z.string().nullable(),
  outcome: conflictOutcomeSchema,
  fields: z.array(z.string()).meta({ description: 'The contested ones' }),
  existingData: recordValuesSchema.meta({ description: 'The record before the event' }),
  incomingData: recordValuesSchema.meta({ description: "The event's payload" }),
  existing: conflictSideSchema,
  incoming: conflictSideSchema,
  status: conflictStatusSchema,
  choice: conflictChoiceSchema.nullable(),
  resolvedBy: uuidSchema.nullable(),
  resolvedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: versionSchema,
});
export type ConflictRecord = z.infer<typeof conflictRecordSchema>;

/** What the log says of a conflict, and never changes: from where the incoming side began. */
const beginningShape = {
  baseVersion: z.int().nullable().meta({
    description:
      'The version that the incoming side had seen; 0 for no record, null if its device did not hold it',
  }),
  baseData: recordValuesSchema.nullable().meta({
    description: 'The record before either side changed it, as far as the incoming side knew; null for none',
  }),
};

/**
 * A conflict as devices keep it: what was there before is known without a network too (ADR 95). An older server does not tell it, and an older
 * app has not kept it.
 */
export const keptConflictSchema = conflictRecordSchema.extend({
  baseVersion: beginningShape.baseVersion.optional(),
  baseData: beginningShape.baseData.optional(),
});
export type KeptConflict = z.infer<typeof keptConflictSchema>;

const namedSide = conflictSideSchema.extend({
  userName: z.string().nullable(),
  deviceName: z.string().nullable(),
  location: locationSchema.nullable().meta({ description: 'Where the person stood, if the entry tells' }),
});

/** What was measured on a day: bbl and MCF. */
const dayBeforeSchema = z.object({
  oilVolume: z.number().nullable(),
  gasVolume: z.number().nullable(),
  waterVolume: z.number().nullable(),
});

/** A conflict as it is read: with names, what both sides began from, what came of it, and the record as it is now (ADR 95). */
export const conflictSchema = conflictRecordSchema
  .extend({
    existing: namedSide,
    incoming: namedSide,
    reason: z.string().meta({ description: 'What became of it, in a sentence' }),
    wellName: z.string(),
    subject: z.string().nullable().meta({ description: "The item's type and serial number, for equipment" }),
    resolvedByName: z.string().nullable(),
    ...beginningShape,
    settledData: recordValuesSchema.nullable().meta({
      description:
        'The record right after it was settled; null while that is open, and for a record that is deleted by it',
    }),
    dayBefore: dayBeforeSchema.nullable().meta({
      description: 'What was measured the day before; null for equipment, and for no reading or an estimate',
    }),
    sequence: z.int().meta({ description: 'The newest event of the log that changed the conflict' }),
    current: recordValuesSchema.nullable().meta({ description: 'Null when the record is deleted' }),
  })
  .meta({ id: 'Conflict' });
export type Conflict = z.infer<typeof conflictSchema>;

/** `values` belong to `MERGED`: what the record's fields shall be. */
export const conflictResolveSchema = z
  .object({ choice: conflictChoiceSchema, values: recordValuesSchema.optional() })
  .refine(({ choice, values }) => (choice === 'MERGED') === (values !== undefined), {
    message: message('onlyWithMerged'),
    path: ['values'],
  });
export type ConflictResolve = z.infer<typeof conflictResolveSchema>;

/** Event payloads; the aggregate is the conflict. */
export const conflictResolvedPayload = z
  .strictObject({ choice: conflictChoiceSchema, values: recordValuesSchema.optional() })
  .refine(({ choice, values }) => (choice === 'MERGED') === (values !== undefined), {
    message: message('onlyWithMerged'),
    path: ['values'],
  });
export const conflictUndonePayload = z.strictObject({});
/** `values` are those that the record gets back, by field: what the choice had replaced, and nobody has changed since. */
export const conflictReopenedPayload = z.strictObject({ values: recordValuesSchema });

/** What the rules did since the caller last looked at what they settle (ADR 96). */
export const conflictNewsSchema = z
  .object({
    settled: z.int().meta({ description: 'Conflicts in which the rules let a side give way since then' }),
    lookedUntil: z.int().meta({
      description:
        'The event of the log up to which the caller has looked; at first that which made the user',
    }),
    sequence: z.int().meta({ description: 'The newest event of the log that changed a conflict' }),
  })
  .meta({ id: 'ConflictNews' });
export type ConflictNews = z.infer<typeof conflictNewsSchema>;
