/**
 * Records that a device had pulled and a server lost that was put back: what no event of a device brings again
 * (docs/sync-protocol.md, "Lineage"; ADR 86).
 */
import { z } from 'zod';
import { recordValuesSchema } from '../conflicts/conflict.ts';
import { instantSchema, uuidSchema, versionSchema } from '../fields/fields.ts';

/** The kinds of records that are offered, each after those that it rests on. */
export const RECOVERED_ENTITIES = ['WELL', 'EQUIPMENT', 'MAINTENANCE', 'PRODUCTION'] as const;
export const recoveredEntitySchema = z.enum(RECOVERED_ENTITIES);
export type RecoveredEntity = z.infer<typeof recoveredEntitySchema>;

/** So many are offered, taken over or left out in one request. */
export const MAX_RECOVERED = 500;

/**
 * A record as a pull brought it, with the version of then. Of one that was deleted the data are from before. They name the change that
 * deleted it by its moment, `deletedAt`; older apps do not know that.
 */
export const recoveredRecordSchema = z.object({
  entity: recoveredEntitySchema,
  id: uuidSchema,
  version: versionSchema,
  deleted: z.boolean(),
  data: z.record(z.string(), z.unknown()),
});
export type RecoveredRecord = z.infer<typeof recoveredRecordSchema>;

export const recoveredOfferSchema = z.object({
  records: z.array(recoveredRecordSchema).max(MAX_RECOVERED),
});

/** What became of an offer: how many the server did not have and keeps for a manager, and which are no such records. */
export const recoveredOfferedSchema = z.object({ kept: z.int(), refused: z.array(uuidSchema) });

const named = {
  entity: recoveredEntitySchema,
  id: uuidSchema,
  stateId: uuidSchema.meta({ description: 'Which of the lost states of the record' }),
};

/** A lost state of a record beside what stands, and what taking it over would do. */
export const recoveredLineSchema = z
  .object({
    ...named,
    recordKey: z.string().meta({ description: 'The same for all lost states of a record' }),
    isNewest: z.boolean().meta({ description: 'Whether no later state of the record was offered' }),
    changedAt: instantSchema.nullable().meta({
      description: 'When the record became so; null for a deletion of which an older app does not tell that',
    }),
    eventType: z.string().meta({ description: 'What taking it over records' }),
    payload: z.unknown(),
    version: z.int().nullable().meta({ description: 'The version of the record that stands; null for none' }),
    current: recordValuesSchema.nullable().meta({ description: 'The record that stands; null for none' }),
    wellName: z.string().nullable(),
    subject: z.string().nullable().meta({ description: 'The item of equipment that it is about' }),
    deviceName: z.string().nullable().meta({ description: 'Which device had it' }),
    userName: z.string().nullable().meta({ description: 'Who was signed in there' }),
    receivedAt: instantSchema,
    mayTakeOver: z.boolean().meta({ description: 'Whether the caller may' }),
  })
  .meta({ id: 'RecoveredLine' });
export type RecoveredLine = z.infer<typeof recoveredLineSchema>;

/** `version` is the one that the caller read, null for none. */
export const takeOverSchema = z.object({
  records: z
    .array(z.object({ ...named, version: z.int().min(0).nullable() }))
    .min(1)
    .max(MAX_RECOVERED),
});
export const leaveOutSchema = z.object({ records: z.array(z.object(named)).min(1).max(MAX_RECOVERED) });

/** Each record is judged by itself. */
export const takenOverSchema = z.object({
  taken: z.int(),
  refused: z.array(z.object({ ...named, code: z.string(), reason: z.string() })),
});
export type TakenOver = z.infer<typeof takenOverSchema>;

/** Event payload; the aggregate is the tenant. */
export const recoveredPayload = z.strictObject({
  records: z.array(
    z.strictObject({
      entity: recoveredEntitySchema,
      recordId: uuidSchema,
      deviceId: uuidSchema,
      /** Of the state that was decided on. Older logs lack it. */
      version: versionSchema.optional(),
    }),
  ),
});
