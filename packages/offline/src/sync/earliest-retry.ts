import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import { LONGEST_RETRY_DELAY_MS } from '../outbox/retry-delay.ts';

/** When the first of the events and photos that wait is to be tried again; null if none waits. */
export async function earliestRetry(db: Db, now: number): Promise<number | null> {
  const { rows } = await sql<{ at: number | null }>`
    select min(next_retry_at) as at from (
      select next_retry_at from sync_queue
      union all
      select next_retry_at from photos where state <> 'STORED' and equipment_id is not null and skip_reason is null
    ) where next_retry_at > ${now} and next_retry_at <= ${now + LONGEST_RETRY_DELAY_MS}`.execute(db);
  return rows[0]?.at ?? null;
}
