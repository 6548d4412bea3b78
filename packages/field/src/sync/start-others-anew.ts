/**
 * People of one device share its mirror, and each may see other wells. A well that is taken from one of them is named as
 * deleted to them, and may still be another's, who was told of it long ago: their next pull starts anew and brings it
 * back.
 */
import type { SyncChange } from '@wellpulse/contracts';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';

/** To be called before `userId`'s changes are taken into the mirror. */
export async function startOthersAnew(db: Db, userId: string, changes: readonly SyncChange[]): Promise<void> {
  const gone = changes.filter(({ entity, deleted }) => entity === 'WELL' && deleted).map(({ id }) => id);
  if (gone.length === 0) return;
  const mirrored = await db
    .selectFrom('wells')
    .where('key', 'in', anyOf(gone))
    .where('deleted', '=', 0)
    .select('key')
    .executeTakeFirst();
  if (mirrored === undefined) return;
  await db.updateTable('users').set({ cursor: null }).where('id', '<>', userId).execute();
}
