import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import { signatureOf } from '../events/sign-event.ts';
import { foldContext } from '../fold/fold-context.ts';
import { refold } from '../fold/refold.ts';

/**
 * A device that was registered again has a new key, and the server takes no signature of the old one. Its own events that
 * are not settled are sealed with the new one; what they say stays. Those that were refused for their signature alone
 * are sent again.
 */
export async function signAgain(db: Db, deviceId: string, signingKey: string): Promise<void> {
  const unsettled = await db
    .selectFrom('event_log')
    .where('device_id', '=', deviceId)
    .where('origin', '=', 'OWN')
    .where((where) =>
      where.or([
        where('status', '=', 'PENDING'),
        where.and([where('status', '=', 'FAILED'), where(sql`outcome ->> 'code'`, '=', 'SIGNATURE_INVALID')]),
      ]),
    )
    .select(['id', 'event', 'record_key'])
    .execute();
  for (const { id, event } of unsettled) {
    await db
      .updateTable('event_log')
      .set({
        signature: signatureOf(event, signingKey),
        status: 'PENDING',
        settled_at: null,
        outcome: null,
      })
      .where('id', '=', id)
      .execute();
    await db
      .insertInto('sync_queue')
      .values({ event_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const records = unsettled.map(({ record_key: key }) => key);
  await refold(db, await foldContext(db), records);
}
