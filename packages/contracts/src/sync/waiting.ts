/** Entries of devices that were not taken and wait for a person (docs/sync-protocol.md, "7. Rights" and "6. The handover file"). */
import { z } from 'zod';
import { recordValuesSchema } from '../conflicts/conflict.ts';
import { instantSchema, uuidSchema } from '../fields/fields.ts';

/**
 * `AUTHOR_LEFT`: it came after its author's rights had ended; a manager may enter it. `AUTHOR_MUST_CONFIRM`: its key had
 * ended; its author may enter it.
 */
export const WAITING_KINDS = ['AUTHOR_LEFT', 'AUTHOR_MUST_CONFIRM'] as const;
export const waitingKindSchema = z.enum(WAITING_KINDS);
export type WaitingKind = z.infer<typeof waitingKindSchema>;

/** An entry that the server did not take and that a person may still enter. */
export const waitingEntrySchema = z
  .object({
    eventId: uuidSchema,
    kind: waitingKindSchema,
    deviceName: z.string().nullable(),
    userId: uuidSchema.meta({ description: 'Its author' }),
    userName: z.string().nullable(),
    carrierName: z.string().nullable().meta({ description: 'Who sent it' }),
    eventType: z.string(),
    timestamp: z.string().meta({ description: 'When it was typed, by the clock of its device' }),
    receivedAt: instantSchema,
    wellId: uuidSchema.nullable(),
    wellName: z.string().nullable(),
    subject: z.string().nullable().meta({ description: 'The item of equipment that it is about' }),
    payload: z.unknown(),
    version: z.int().nullable().meta({ description: 'The version of the record that stands; null for none' }),
    current: recordValuesSchema.nullable().meta({ description: 'The record that stands; null for none' }),
    mayEnter: z.boolean().meta({ description: 'Whether the caller may enter it as their own' }),
  })
  .meta({ id: 'WaitingEntry' });
export type WaitingEntry = z.infer<typeof waitingEntrySchema>;

/** `version` is the one that the caller read, null for none. */
export const enterWaitingSchema = z.object({ version: z.int().min(0).nullable() });

/** Event payloads; the aggregate is the entry that waited. */
export const entryTakenOverPayload = z.strictObject({
  authorId: uuidSchema,
  deviceId: uuidSchema,
  recordId: uuidSchema,
});
export const entryLeftOutPayload = z.strictObject({ authorId: uuidSchema, deviceId: uuidSchema });
