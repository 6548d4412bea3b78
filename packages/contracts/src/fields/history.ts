import { z } from 'zod';
import { uuidSchema } from './fields.ts';

/** The way an event came in. `SYSTEM` is the command-line tool. */
export const EVENT_SOURCES = ['WEB', 'IMPORT', 'ELECTRON', 'MOBILE', 'SYSTEM'] as const;
export const eventSourceSchema = z.enum(EVENT_SOURCES);
export type EventSource = z.infer<typeof eventSourceSchema>;

/** Who did what is told of an event, wherever it is read. */
export const eventOrigin = {
  sequence: z.int().meta({ description: "The event's place in the tenant's log" }),
  eventId: uuidSchema,
  eventType: z.string(),
  source: eventSourceSchema,
  userId: uuidSchema.nullable().meta({ description: 'Null for the command-line tool' }),
  userName: z.string().nullable(),
  deviceId: uuidSchema.nullable(),
  carrierId: uuidSchema.nullable().meta({ description: 'Who sent it, where that was somebody else' }),
  carrierName: z.string().nullable(),
  authorLeft: z
    .boolean()
    .meta({ description: "Whether it arrived after its author's rights had ended; it was made before" }),
  occurredAt: z.string().meta({ description: 'When the person did it' }),
  receivedAt: z.string().meta({ description: 'When the server took it' }),
};

/** Who made an event, when and from where. */
export type EventOrigin = z.infer<z.ZodObject<typeof eventOrigin>>;

/** One step in the life of a record: what each field was and what it became. */
export const historyEntrySchema = z
  .object({
    ...eventOrigin,
    changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
