/** An entry of the device's log, as the page shows it. */
import { equipmentTypeSchema, uuidSchema } from '@wellpulse/contracts';
import { ENTRY_STATUSES } from '@wellpulse/forms/device';
import { z } from 'zod';

/** What became of an entry. */
export const statusSchema = z.enum(ENTRY_STATUSES);

export const loggedEventSchema = z.object({
  id: uuidSchema,
  eventType: z.string(),
  aggregateId: uuidSchema,
  /** RFC 3339, as the device had it. */
  timestamp: z.string(),
  deviceSequence: z.int(),
  userId: uuidSchema,
  /** Null for somebody who never signed in here. */
  personName: z.string().nullable(),
  /** Made here, or taken over from another device's file. */
  origin: z.enum(['OWN', 'IMPORTED']),
  payload: z.record(z.string(), z.unknown()),
  wellId: uuidSchema.nullable(),
  wellName: z.string().nullable(),
  /** "PUMP_JACK PJ-1" as the words name it; null for what is about no item that is here. */
  item: z.object({ equipmentType: equipmentTypeSchema, serialNumber: z.string() }).nullable(),
  /** The day that it is about; null for none. */
  day: z.string().nullable(),
  status: statusSchema,
  settledAt: z.string().nullable(),
  /** Why it was refused. */
  refusal: z.object({ code: z.string(), detail: z.string().nullable() }).nullable(),
  skipReason: z.string().nullable(),
});
