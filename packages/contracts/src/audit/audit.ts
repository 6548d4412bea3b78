import { z } from 'zod';
import { equipmentTypeSchema } from '../equipment/equipment.fields.ts';
import { uuidSchema } from '../fields/fields.ts';
import { eventOrigin } from '../fields/history.ts';

/** An event of the log as people read it, with the names of who and what it is about. */
export const auditEventSchema = z
  .object({
    ...eventOrigin,
    entity: z.string(),
    deviceName: z.string().nullable(),
    clockOffsetMs: z.int().nullable().meta({
      description:
        "Milliseconds by which its device's clock was set right, server less device; null for what came from no device",
    }),
    loggedAt: z.string().meta({
      description:
        "The log's own time, which never goes back: later than `receivedAt` while the server's clock is behind the log",
    }),
    chainFormat: z.int().meta({ description: 'What the hash covers, by number' }),
    recordId: uuidSchema,
    aggregateId: uuidSchema,
    wellId: uuidSchema
      .nullable()
      .meta({ description: 'The well that it is about, directly or through a record of it' }),
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
