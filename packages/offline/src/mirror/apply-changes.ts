/** Takes a page of the server's changes into the mirror. Then it projects those records again that have own events on top. */
import type { SyncedEntity } from '@wellpulse/contracts';
import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import { RECORD_TABLES } from '../database/record-tables.ts';
import { upsertRows, type KeyedRow } from '../database/upsert-rows.ts';
import { recordKey } from '../events/device-events.ts';
import { reproject, type ProjectionContext } from '../local-projection/reproject.ts';
import type { ReceivedChange } from '../protocol/tolerant-reader.ts';
import { recordUnread, unreadKeys, type KnownKey } from './unread.ts';

/** What could not be read is noted with `reader`, the version of the app. */
export async function applyChanges(
  db: Db,
  context: ProjectionContext,
  changes: readonly ReceivedChange[],
  reader: string,
): Promise<void> {
  const isKnown = new Set<string>(Object.keys(RECORD_TABLES));
  const unread = changes.filter(({ entity }) => !isKnown.has(entity));
  const touched: KnownKey[] = [];
  for (const entity of Object.keys(RECORD_TABLES) as SyncedEntity[]) {
    const ofEntity = changes.filter((change) => change.entity === entity);
    if (ofEntity.length === 0) continue;
    const read = ofEntity
      .filter(({ deleted }) => !deleted)
      .map((change) => ({ change, row: readChange(entity, change) }));
    unread.push(...read.filter(({ row }) => row === null).map(({ change }) => change));
    await upsertRows(
      db,
      RECORD_TABLES[entity].table,
      'server_row',
      read.flatMap(({ row }) => row ?? []),
    );
    await markDeleted(
      db,
      entity,
      ofEntity.filter(({ deleted }) => deleted),
    );
    touched.push(...(await recordsTouched(db, entity, ofEntity)));
  }
  await recordUnread(db, reader, changes, unread, touched);
  const keys = touched.map(({ key }) => key);
  await db
    .updateTable('event_log')
    .set({ mirror_state: 'SEEN' })
    .where('mirror_state', '=', 'AWAITED')
    .where('record_key', 'in', anyOf(keys))
    .where('record_key', 'not in', unreadKeys(db))
    .execute();
  await reproject(db, context, keys);
}

/** Null if the record is not as the contracts say; it must not hold up the others. */
function readChange(entity: SyncedEntity, { version, data }: ReceivedChange): KeyedRow | null {
  try {
    return { version, ...RECORD_TABLES[entity].read(data) };
  } catch {
    return null;
  }
}

/**
 * A deleted record comes without data; of one that was never here nobody needs to know. Its moment tells the server one day whether it
 * lost the deletion (ADR 86). A null removes that: older servers do not say it.
 */
async function markDeleted(db: Db, entity: SyncedEntity, changes: readonly ReceivedChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    update ${sql.table(RECORD_TABLES[entity].table)} as record
    set server_version = change.value ->> 'version',
      server_row = json_patch(server_row,
        json_object('deleted', json('true'), 'deletedAt', change.value ->> 'deletedAt'))
    from json_each(${JSON.stringify(changes)}) as change
    where record.server_id = change.value ->> 'id'`.execute(db);
}

async function recordsTouched(
  db: Db,
  entity: SyncedEntity,
  changes: readonly ReceivedChange[],
): Promise<KnownKey[]> {
  const { table, ofRecord } = RECORD_TABLES[entity];
  if (ofRecord === undefined) return [];
  const { rows } = await sql<KnownKey>`
    select server_id as id, ${sql.ref(ofRecord.column)} as key from ${sql.table(table)}
    where server_id in ${anyOf(changes.map(({ id }) => id))}`.execute(db);
  return rows.map(({ id, key }) => ({ id, key: recordKey({ kind: ofRecord.kind, key }) }));
}
