/**
 * People of one device share its mirror, and each may see other wells. A well that is taken from one of them, or an item
 * that was moved to somebody else's well, is named as deleted to them, and may still be another's, who was told of it
 * long ago: their next pull starts anew and brings it back.
 */
import type { SyncedEntity } from '@wellpulse/contracts';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import type { ReceivedChange } from '../protocol/tolerant-reader.ts';

/** To be called before `userId`'s changes are taken into the mirror. */
export async function resetOtherCursors(
  db: Db,
  userId: string,
  changes: readonly ReceivedChange[],
): Promise<void> {
  const mayBeTheirs =
    (await isAnyMirrored(db, 'wells', goneOf(changes, 'WELL'))) ||
    (await isAnyMirrored(db, 'equipment', goneOf(changes, 'EQUIPMENT')));
  if (!mayBeTheirs) return;
  await db.updateTable('users').set({ cursor: null }).where('id', '<>', userId).execute();
}

const goneOf = (changes: readonly ReceivedChange[], kind: SyncedEntity): string[] =>
  changes.filter(({ entity, deleted }) => entity === kind && deleted).map(({ id }) => id);

async function isAnyMirrored(db: Db, table: 'wells' | 'equipment', ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const mirrored = await db
    .selectFrom(table)
    .where('key', 'in', anyOf(ids))
    .where('deleted', '=', 0)
    .select('key')
    .executeTakeFirst();
  return mirrored !== undefined;
}
