import type { Db } from '../database/kysely-on.ts';
import { OfflineError } from '../offline-error.ts';
import { requirePerson } from '../session/device-store.ts';

/** Leaves a photo that can't get to the server, with the person's reason; what it is stays in the log. Throws `NOT_FAILED`. */
export async function skipPhoto(db: Db, photoId: string, reason: string): Promise<void> {
  await requirePerson(db);
  const skipped = await db
    .updateTable('photos')
    .set({ skip_reason: reason })
    .where('photo_id', '=', photoId)
    .where('needs_person', '=', 1)
    .where('state', '<>', 'STORED')
    .where('skip_reason', 'is', null)
    .returning('photo_id')
    .executeTakeFirst();
  if (skipped === undefined) {
    throw new OfflineError({ code: 'NOT_FAILED', of: 'PHOTO' });
  }
}
