/**
 * Records that the server sent and this app could not read, because of a newer server or a defect. They are remembered with
 * the app's version. Another version asks for them again.
 */
import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import { MIGRATIONS } from '../database/migrations.ts';
import { recordKey } from '../events/device-events.ts';
import type { ReceivedChange } from '../protocol/tolerant-reader.ts';
import { beginPullAnew } from './pull-anew.ts';

/** The reader's version: app version and schema number. A different one may read other records. */
export const readerOf = (appVersion: string | undefined): string =>
  `${appVersion ?? ''}/${MIGRATIONS.at(-1)?.number ?? 0}`;

/** Starts each user's pull from the beginning if another version of the app could not read some records. */
export async function askAgainForUnread(db: Db, reader: string): Promise<void> {
  const forgotten = await db
    .deleteFrom('unread_records')
    .where('reader', '<>', reader)
    .returning('id')
    .execute();
  if (forgotten.length > 0) await beginPullAnew(db);
}

export interface KnownKey {
  readonly id: string;
  readonly key: string;
}

/** Stores which of `changes` could not be read, and removes those that could. `known` are their record keys in the log, if any. */
export async function recordUnread(
  db: Db,
  reader: string,
  changes: readonly ReceivedChange[],
  unread: readonly ReceivedChange[],
  known: readonly KnownKey[],
): Promise<void> {
  await db
    .deleteFrom('unread_records')
    .where('id', 'in', anyOf(changes.map(({ id }) => id)))
    .execute();
  for (const change of unread) {
    const key = known.find(({ id }) => id === change.id)?.key ?? guessedKey(change);
    await db
      .insertInto('unread_records')
      .values({ entity: change.entity, id: change.id, record_key: key, reader })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Keys of unread records. The mirror does not contain the events of these records. */
export const unreadKeys = (db: Db) =>
  db
    .selectFrom('unread_records')
    .where('record_key', 'is not', null)
    .select(sql<string>`record_key`.as('key'));

/** The record key that the log would use. One unreadable field need not make the key unreadable. */
function guessedKey({ entity, id, data }: ReceivedChange): string | null {
  const { wellId, productionDate, equipmentId } = data ?? {};
  switch (entity) {
    case 'PRODUCTION':
      if (typeof wellId !== 'string' || typeof productionDate !== 'string') return null;
      return recordKey({ kind: 'production', key: `${wellId}|${productionDate}` });
    case 'EQUIPMENT':
      return recordKey({ kind: 'equipment', key: id });
    case 'MAINTENANCE':
      return typeof equipmentId === 'string' ? recordKey({ kind: 'equipment', key: equipmentId }) : null;
    case 'CONFLICT':
      return recordKey({ kind: 'conflict', key: id });
    default:
      return null;
  }
}
