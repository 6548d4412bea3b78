import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import type { PersonKeys } from '../ports/person-keys.ts';
import { giveNewNumbers } from './device-sequences.ts';
import { requireDevice } from '../session/device-store.ts';

/**
 * Signs anew the person's entries that were refused for their signature, if the person has another key since (ADR 38). Only
 * an entry that one of the person's own keys signed is signed anew. Nobody signs for anybody else. While the person's keys
 * are closed, nothing happens.
 */
export async function signAnew(db: Db, userId: string, keys: PersonKeys): Promise<void> {
  await giveNewNumbers(db, userId, keys);
  const { device_id: deviceId } = await requireDevice(db);
  const waiting = await db
    .selectFrom('event_log')
    .innerJoin('sync_queue', 'sync_queue.event_id', 'event_log.id')
    .where('device_id', '=', deviceId)
    .where('user_id', '=', userId)
    .where('waits_for_author', '=', sql.lit(1))
    .select(['id', 'event', 'signature'])
    .execute();
  for (const { id, event, signature } of waiting) {
    if (!(await keys.madeSignature(userId, event, signature))) continue;
    const anew = await keys.sign(userId, event);
    if (anew !== null && anew !== signature) await sendAgain(db, id, anew);
  }
}

/** Puts an unsettled event, or one that was refused for its signature, back into the queue with another signature. */
export async function sendAgain(db: Db, id: string, signature: string): Promise<void> {
  await db
    .updateTable('event_log')
    .set({ signature, status: 'PENDING', settled_at: null, outcome: null })
    .where('id', '=', id)
    .execute();
  const fresh = { waits_for_author: 0, retry_count: 0, next_retry_at: 0, last_error: null } as const;
  await db
    .insertInto('sync_queue')
    .values({ event_id: id, ...fresh })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet(fresh))
    .execute();
}
