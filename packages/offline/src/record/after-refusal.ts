/** What a person does about an entry that the server refused for good: enter it again, or skip it. Nothing is deleted. */
import { ENTERED_AGAIN } from '@wellpulse/domain';
import { readEvent, recordKey, recordOf, type DeviceEntry } from '../events/device-events.ts';
import type { Db } from '../database/kysely-on.ts';
import { OfflineError } from '../offline-error.ts';
import { projectionContext } from '../session/projection-context.ts';
import { reproject } from '../local-projection/reproject.ts';
import { requirePerson } from '../session/device-store.ts';
import { recordEvent, type NotRecorded, type Recorded, type Recorder } from './record-event.ts';

/**
 * Records `entry` instead of a failed event, which counts as skipped then. Its photos go over to the new one. Throws
 * `NOT_FAILED` if the event isn't one that failed.
 */
export async function reenter(
  db: Db,
  recorder: Recorder,
  eventId: string,
  entry: DeviceEntry,
): Promise<Recorded | NotRecorded> {
  await requireFailed(db, eventId);
  const released = await db
    .updateTable('photos')
    .set({ event_id: null })
    .where('event_id', '=', eventId)
    .returning('photo_id')
    .execute();
  const recorded = await recordEvent(db, recorder, entry, eventId);
  if (recorded.ok) await markSkipped(db, eventId, ENTERED_AGAIN);
  await db
    .updateTable('photos')
    .set({ event_id: eventId })
    .where(
      'photo_id',
      'in',
      released.map(({ photo_id: id }) => id),
    )
    .where('event_id', 'is', null)
    .execute();
  return recorded;
}

/** Leaves a failed event as it is, with the person's reason. Throws `NOT_FAILED`. */
export async function skip(db: Db, eventId: string, reason: string): Promise<void> {
  await requirePerson(db);
  await requireFailed(db, eventId);
  await markSkipped(db, eventId, reason);
}

async function requireFailed(db: Db, eventId: string): Promise<void> {
  const event = await db
    .selectFrom('event_log')
    .where('id', '=', eventId)
    .select('status')
    .executeTakeFirst();
  if (event?.status !== 'FAILED') {
    throw new OfflineError({ code: 'NOT_FAILED', of: 'ENTRY' });
  }
}

async function markSkipped(db: Db, eventId: string, reason: string): Promise<void> {
  const row = await db
    .updateTable('event_log')
    .set({ status: 'SKIPPED', skip_reason: reason })
    .where('id', '=', eventId)
    .returning(['event', 'signature'])
    .executeTakeFirstOrThrow();
  await reproject(db, await projectionContext(db), [recordKey(recordOf(readEvent(row)))]);
}
