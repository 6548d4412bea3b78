/** When events and photos that wait after a failure are tried again. */
import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';

/** How long an event waits that the server would not even look at. It may be looked at after an update. */
export const LONGEST_RETRY_DELAY_MS = 60 * 60 * 1000;

/** A person wants it now, or there is another network: what waits after a failure of its own is tried at once. */
export async function clearRetryDelays(db: Db): Promise<void> {
  await db.updateTable('sync_queue').set({ next_retry_at: 0 }).where('next_retry_at', '>', 0).execute();
  await db.updateTable('photos').set({ next_retry_at: 0 }).where('next_retry_at', '>', 0).execute();
}

/** When the first of the events and photos that wait is to be tried again; null if none waits. */
export async function earliestRetry(db: Db, now: number): Promise<number | null> {
  const { rows } = await sql<{ at: number | null }>`
    select min(next_retry_at) as at from (
      select next_retry_at from sync_queue
      union all
      select next_retry_at from photos
      where state <> 'STORED' and coalesce(equipment_id, well_id) is not null and skip_reason is null
    ) where next_retry_at > ${now} and next_retry_at <= ${now + LONGEST_RETRY_DELAY_MS}`.execute(db);
  return rows[0]?.at ?? null;
}
