/** What waits, how the last sync went, syncing now, and what a person does about entries that were refused. */
import { eventPhotosSchema, productionEntrySchema, uuidSchema } from '@wellpulse/contracts';
import { STOP_REASONS } from '@wellpulse/domain';
import { z } from 'zod';
import { entryResultSchema } from './entries.ts';
import { loggedEventSchema, statusSchema } from './logged-event.ts';
import { method, methodForAnybody } from './method.ts';
import { pendingContentSchema } from './pending-content.ts';

const troubleSchema = z.object({ code: z.string(), detail: z.string().nullable() });

/** What the banner and the page about syncing say. Main counts it, and tells each change. */
export const bannerSchema = z.object({
  /** False after no answer came; null before the first try. */
  isOnline: z.boolean().nullable(),
  isSyncing: z.boolean(),
  pendingEvents: z.int(),
  failedEvents: z.int(),
  openConflicts: z.int(),
  waitingPhotos: z.int(),
  waitingPhotoBytes: z.int(),
  photosForPerson: z.int(),
  needsSignIn: z.boolean(),
  isShortOfRoom: z.boolean(),
  /** The office's time less the laptop's, in milliseconds, as the last contact told it; null where that is not known. */
  clockOffsetMs: z.int().nullable(),
  /** RFC 3339; null if there was none. */
  lastSyncAt: z.string().nullable(),
  /** When the oldest entry that waits was made, RFC 3339; null if none waits. */
  waitingSince: z.string().nullable(),
  /** Whether it has waited for so long that somebody should look for a network. */
  isOverdue: z.boolean(),
  stopped: z.enum(STOP_REASONS).nullable(),
  trouble: troubleSchema.nullable(),
  photoProgress: z.object({ sentBytes: z.number(), totalBytes: z.number() }).nullable(),
  /** Who has to sign in, or to open the laptop, before their entries can be sent. Null stands for an unknown name. */
  awaitedPeople: z.array(z.string().nullable()),
  /** The office's data was put back to an older state, and so many entries are sent again; null if never. */
  recovered: z.object({ at: z.string(), events: z.int() }).nullable(),
  /** Part of the data here was made anew, and the numbers of entries that are gone; null if never. */
  damage: z.object({ at: z.string(), missing: z.array(z.int()) }).nullable(),
  unreadableRecords: z.int(),
  isRetiring: z.boolean(),
});
export type Banner = z.infer<typeof bannerSchema>;

/** One line of what has not reached the office. */
export const pendingLineSchema = z.object({
  eventId: uuidSchema.nullable(),
  /** A photo that the office can't take and a person may skip. */
  photoId: uuidSchema.nullable(),
  content: pendingContentSchema,
  status: statusSchema,
  problem: troubleSchema.nullable(),
  retryCount: z.int(),
});
export type PendingLine = z.infer<typeof pendingLineSchema>;

const reasonSchema = z.string().trim().min(1).max(500);
/** Where a list goes on: as the page before gave it, or null for its beginning. */
export const cursorSchema = z.string().max(1024).nullable();

export const SYNC_METHODS = {
  'sync.status': methodForAnybody(z.strictObject({}), bannerSchema),
  'sync.now': methodForAnybody(z.strictObject({}), z.null()),
  'sync.pending': method(
    z.strictObject({ after: cursorSchema }),
    z.object({ items: z.array(pendingLineSchema), next: cursorSchema }),
  ),
  /** What was typed in an entry that was refused; null for none of that id. */
  'sync.refused': method(z.strictObject({ eventId: uuidSchema }), loggedEventSchema.nullable()),
  'sync.skip': method(z.strictObject({ eventId: uuidSchema, reason: reasonSchema }), z.null()),
  'sync.skipPhoto': method(z.strictObject({ photoId: uuidSchema, reason: reasonSchema }), z.null()),
  /** Sends a refused entry once more as it was typed, as the person's own. */
  'sync.sendAgain': method(
    z.strictObject({ eventId: uuidSchema }),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('SAVED') }),
      z.object({ kind: z.literal('REFUSED'), trouble: troubleSchema }),
    ]),
  ),
  /** Saves a day in place of a refused entry of it. */
  'sync.reenterDay': method(
    z.strictObject({
      eventId: uuidSchema,
      wellId: uuidSchema,
      entry: productionEntrySchema,
      base: z.strictObject({ id: uuidSchema, version: z.int() }).nullable(),
      photos: eventPhotosSchema,
    }),
    entryResultSchema,
  ),
} as const;
