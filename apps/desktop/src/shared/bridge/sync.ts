/** What waits, how the last sync went, and syncing now. */
import { z } from 'zod';
import { methodForAnybody } from './method.ts';

/** What the banner says. Main counts it, and tells each change. */
export const bannerSchema = z.object({
  /** False after no answer came; null before the first try. */
  isOnline: z.boolean().nullable(),
  isSyncing: z.boolean(),
  pendingEvents: z.int(),
  failedEvents: z.int(),
  openConflicts: z.int(),
  waitingPhotos: z.int(),
  waitingPhotoBytes: z.int(),
  needsSignIn: z.boolean(),
  isShortOfRoom: z.boolean(),
  /** RFC 3339; null if there was none. */
  lastSyncAt: z.string().nullable(),
  trouble: z.object({ code: z.string(), detail: z.string().nullable() }).nullable(),
});
export type Banner = z.infer<typeof bannerSchema>;

export const SYNC_METHODS = {
  'sync.status': methodForAnybody(z.strictObject({}), bannerSchema),
  'sync.now': methodForAnybody(z.strictObject({}), z.null()),
} as const;
