/**
 * When events and photos that wait after a failure are tried again (ADR 79). Each row says when it failed and when it is tried again,
 * both by the device's clock. A clock that shows a time before the failure was set back: nobody knows how long it has been, and the
 * wait is over. So a wait may be of any length.
 */
import { protocolOf } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import { setMeta, findMeta } from '../database/meta.ts';
import type { Db } from '../database/kysely-on.ts';
import { readSigned } from '../events/device-events.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Of what the server would not even look at, and of a photo that needs a person. It may be looked at after an update. */
export const REFUSED_WAIT_MS = HOUR_MS;
/** Of an event that is of a higher version of the protocol than the server knows, unless that rises before. */
export const TOO_NEW_WAIT_MS = 24 * HOUR_MS;

const TOO_NEW = 'EVENT_TOO_NEW';
const SERVER_VERSION = 'server_protocol';

/** When something failed, and when it is tried again. */
export const waitFrom = (now: number, wait: number) => ({ failed_at: now, next_retry_at: now + wait });

/**
 * How long an event waits that the server failed with this code and did not settle; null for the usual backoff. A server
 * that has risen meanwhile may still say "too new" (ADR 79). The same batch under the same key gets the answer of before. Then no
 * later answer names a higher version, and nothing would end the long wait.
 */
export async function waitAfter(
  db: Db,
  { eventId, code }: { readonly eventId: string; readonly code: string },
): Promise<number | null> {
  if (code !== TOO_NEW) return null;
  const logged = await db
    .selectFrom('event_log')
    .where('id', '=', eventId)
    .select(['event', 'signature'])
    .executeTakeFirst();
  const isTooNew = logged !== undefined && protocolOf(readSigned(logged)) > (await heardServerVersion(db));
  return isTooNew ? TOO_NEW_WAIT_MS : null;
}

/** Whether a row of `table` waits: `sync_queue` or `photos`, or what the query calls them. */
export const isWaiting = (table: string, now: number): RawBuilder<boolean> =>
  sql<boolean>`(${now} >= ${sql.ref(`${table}.failed_at`)} and ${now} < ${sql.ref(`${table}.next_retry_at`)})`;

/** A person wants it now, or there is another network: what waits after a failure of its own is tried at once. */
export async function clearRetryDelays(db: Db): Promise<void> {
  await db.updateTable('sync_queue').set({ next_retry_at: 0 }).where('next_retry_at', '>', 0).execute();
  await db.updateTable('photos').set({ next_retry_at: 0 }).where('next_retry_at', '>', 0).execute();
}

/**
 * The server says which version of the protocol it knows. Unless that is lower than before, what was too new for it is tried at once:
 * the disk may have failed to keep that it was lower for a while. Returns whether anything is.
 */
export async function hearServerVersion(db: Db, version: number): Promise<boolean> {
  const before = await heardServerVersion(db);
  if (version !== before) await setMeta(db, SERVER_VERSION, String(version));
  if (version < before) return false;
  const cleared = await db
    .updateTable('sync_queue')
    .set({ next_retry_at: 0 })
    .where('last_error', 'like', `${TOO_NEW}%`)
    .executeTakeFirst();
  return cleared.numUpdatedRows > 0n;
}

/** The version that the server's last answer named; 0 before any did. */
const heardServerVersion = async (db: Db): Promise<number> =>
  Number((await findMeta(db, SERVER_VERSION)) ?? 0);

/** When the first of the events and photos that wait is to be tried again; null if none waits. */
export async function earliestRetry(db: Db, now: number): Promise<number | null> {
  const { rows } = await sql<{ at: number | null }>`
    select min(next_retry_at) as at from (
      select next_retry_at from sync_queue where ${isWaiting('sync_queue', now)}
      union all
      select next_retry_at from photos
      where ${isWaiting('photos', now)}
        and state <> 'STORED' and coalesce(equipment_id, well_id) is not null and skip_reason is null
    )`.execute(db);
  return rows[0]?.at ?? null;
}
