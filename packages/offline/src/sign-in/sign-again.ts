import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import { signatureOf } from '../events/sign-event.ts';
import { projectionContext } from '../session/projection-context.ts';
import { reproject } from '../local-projection/reproject.ts';

/**
 * Signs waiting events again after the device was registered anew (ADR 19). The server no longer takes signatures of the old
 * key.
 *
 * - Own unsettled events get a signature of the new key. Their content stays.
 * - Own events that were refused for their signature alone are sent again.
 * - An event of this device that came from a file is its own if the device's former key verifies it.
 */
export async function signAgain(
  db: Db,
  deviceId: string,
  keys: { readonly former: string | null; readonly present: string },
): Promise<void> {
  const unsettled = await db
    .selectFrom('event_log')
    .where('device_id', '=', deviceId)
    .where((where) =>
      where.or([
        where('status', '=', 'PENDING'),
        where.and([where('status', '=', 'FAILED'), where(sql`outcome ->> 'code'`, '=', 'SIGNATURE_INVALID')]),
      ]),
    )
    .select(['id', 'event', 'signature', 'origin', 'record_key'])
    .execute();
  const own = unsettled.filter(
    ({ origin, event, signature }) =>
      origin === 'OWN' || (keys.former !== null && signatureOf(event, keys.former) === signature),
  );
  for (const { id, event } of own) await sendAgain(db, id, signatureOf(event, keys.present));
  await reproject(
    db,
    await projectionContext(db),
    own.map(({ record_key: key }) => key),
  );
}

/** Puts an unsettled event, or one that was refused for its signature, back into the queue with another signature. */
export async function sendAgain(db: Db, id: string, signature: string): Promise<void> {
  await db
    .updateTable('event_log')
    .set({ signature, status: 'PENDING', settled_at: null, outcome: null })
    .where('id', '=', id)
    .execute();
  await db
    .insertInto('sync_queue')
    .values({ event_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
