import { z } from 'zod';
import { equipmentTypeSchema } from '../equipment/equipment.ts';
import { uuidSchema } from '../fields.ts';

/** The way an event came in. `SYSTEM` is the command-line tool. */
export const EVENT_SOURCES = ['WEB', 'IMPORT', 'ELECTRON', 'MOBILE', 'SYSTEM'] as const;
export const eventSourceSchema = z.enum(EVENT_SOURCES);
export type EventSource = z.infer<typeof eventSourceSchema>;

const origin = {
  sequence: z.int().meta({ description: "The event's place in the tenant's log" }),
  eventId: uuidSchema,
  eventType: z.string(),
  source: eventSourceSchema,
  userId: uuidSchema.nullable().meta({ description: 'Null for the command-line tool' }),
  userName: z.string().nullable(),
  deviceId: uuidSchema.nullable(),
  occurredAt: z.string().meta({ description: 'When the person did it' }),
  receivedAt: z.string().meta({ description: 'When the server took it' }),
};

/** One step in the life of a record: what each field was and what it became. */
export const historyEntrySchema = z
  .object({
    ...origin,
    changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const auditEventSchema = z
  .object({
    ...origin,
    entity: z.string(),
    recordId: uuidSchema,
    aggregateId: uuidSchema,
    wellName: z.string().nullable(),
    subject: z
      .object({ equipmentId: uuidSchema, equipmentType: equipmentTypeSchema, serialNumber: z.string() })
      .nullable()
      .meta({ description: 'The item of equipment that it is about, as it is now' }),
    payload: z.unknown(),
    hash: z.string().meta({ description: 'SHA-256 over this event and the hash before it, in hex' }),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.infer<typeof auditEventSchema>;
