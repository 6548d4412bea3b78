/** `PendingContent` of the domain, as it crosses the bridge. */
import { deviceEventSchema, equipmentTypeSchema } from '@wellpulse/contracts';
import type { PendingContent } from '@wellpulse/domain';
import { z } from 'zod';

/** What waits: an entry, all photos together, or one photo that needs its person. */
export const pendingContentSchema: z.ZodType<PendingContent> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ENTRY'),
    eventType: deviceEventSchema.shape.eventType,
    wellName: z.string().nullable(),
    item: z.object({ equipmentType: equipmentTypeSchema, serialNumber: z.string() }).nullable(),
    day: z.string().nullable(),
  }),
  z.object({ kind: z.literal('PHOTOS'), count: z.int(), bytes: z.number() }),
  z.object({ kind: z.literal('PHOTO'), bytes: z.number() }),
]);
