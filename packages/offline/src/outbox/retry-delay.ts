import type { Db } from '../database/kysely-on.ts';

/** How long an event waits that the server would not even look at. It may be looked at after an update. */
export const LONGEST_RETRY_DELAY_MS = 60 * 60 * 1000;

/** A person wants it now, or there is another network: what waits after a failure of its own is tried at once. */
export async function clearRetryDelays(db: Db): Promise<void> {
  await db.updateTable('sync_queue').set({ next_retry_at: 0 }).where('next_retry_at', '>', 0).execute();
  await db.updateTable('photos').set({ next_retry_at: 0 }).where('next_retry_at', '>', 0).execute();
}
