/** What was done on this laptop: the device's log, with filters, and as a file. */
import { daySchema, uuidSchema } from '@wellpulse/contracts';
import { z } from 'zod';
import { loggedEventSchema, statusSchema } from './logged-event.ts';
import { method } from './method.ts';
import { cursorSchema } from './sync.ts';

const filterSchema = z.strictObject({
  userId: uuidSchema.nullable(),
  status: statusSchema.nullable(),
  eventType: z.string().max(64).nullable(),
  /** The day on which it was entered, by the company's clock. */
  day: daySchema.nullable(),
  /** Part of a well's name or of a serial number. */
  record: z.string().max(200),
});

const archivedSchema = z.object({
  eventId: uuidSchema,
  deviceSequence: z.int(),
  status: statusSchema,
  settledAt: z.string(),
});

export const ACTIVITY_METHODS = {
  /** Newest first. A page may be short although more follows. */
  'activity.list': method(
    z.strictObject({ filter: filterSchema, after: cursorSchema }),
    z.object({ items: z.array(loggedEventSchema), next: cursorSchema }),
  ),
  /** The lines that are left of entries which the office has had for six months. */
  'activity.archived': method(
    z.strictObject({ after: cursorSchema }),
    z.object({ items: z.array(archivedSchema), next: cursorSchema }),
  ),
  /** Asks for a place, and writes all that the filter names as CSV. Gives how many entries; null if the person thought better of it. */
  'activity.export': method(z.strictObject({ filter: filterSchema }), z.int().nullable()),
} as const;
