/** An entry of the device's log, as the page shows it. */
import { uuidSchema } from '@wellpulse/contracts';
import { z } from 'zod';

/** What became of an entry. */
export const STATUSES = ['PENDING', 'SYNCED', 'CONFLICT', 'FAILED', 'SKIPPED'] as const;
export const statusSchema = z.enum(STATUSES);
export type EntryStatus = z.infer<typeof statusSchema>;

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
  item: z.object({ equipmentType: z.string(), serialNumber: z.string() }).nullable(),
  /** The day that it is about; null for none. */
  day: z.string().nullable(),
  status: statusSchema,
  settledAt: z.string().nullable(),
  /** Why it was refused. */
  refusal: z.object({ code: z.string(), detail: z.string().nullable() }).nullable(),
  skipReason: z.string().nullable(),
});
/** An entry with who made it, what it is about, and what became of it. */
export type LoggedLine = z.infer<typeof loggedEventSchema>;
