import { z } from 'zod';
import { equipmentTypeSchema } from '../equipment/equipment.fields.ts';
import { uuidSchema } from '../fields.ts';
import { eventOrigin } from '../history.ts';

export const auditEventSchema = z
  .object({
    ...eventOrigin,
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
