/** Takes a page of the server's changes into the mirror, and folds those records anew that have own events on top. */
import type { SyncChange, SyncedEntity } from '@wellpulse/contracts';
import { sql } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import { recordKey, type RecordKind } from '../events/device-events.ts';
import { refold, type FoldContext } from '../fold/refold.ts';
import { MIRROR_TABLES, readChange, type MirroredRow } from './mirrored-rows.ts';

/** Which record of the log a change of each entity touches. */
const RECORD_COLUMN: Partial<Record<SyncedEntity, { readonly kind: RecordKind; readonly column: string }>> = {
  PRODUCTION: { kind: 'production', column: 'key' },
  EQUIPMENT: { kind: 'equipment', column: 'key' },
  MAINTENANCE: { kind: 'equipment', column: 'equipment_id' },
  CONFLICT: { kind: 'conflict', column: 'key' },
};

/** Returns how many changes could not be read. */
export async function applyChanges(
  db: Db,
  context: FoldContext,
  changes: readonly SyncChange[],
): Promise<number> {
  let unreadable = 0;
  const touched: string[] = [];
  for (const entity of Object.keys(MIRROR_TABLES) as SyncedEntity[]) {
    const ofEntity = changes.filter((change) => change.entity === entity);
    if (ofEntity.length === 0) continue;
    const rows = ofEntity.filter(({ deleted }) => !deleted).map(readChange);
    unreadable += rows.filter((row) => row === null).length;
    await upsert(
      db,
      entity,
      rows.filter((row) => row !== null),
    );
    await markDeleted(
      db,
      entity,
      ofEntity.filter(({ deleted }) => deleted),
    );
    touched.push(...(await recordsTouched(db, entity, ofEntity)));
  }
  await db
    .updateTable('event_log')
    .set({ mirror_state: 'SEEN' })
    .where('mirror_state', '=', 'AWAITED')
    .where('record_key', 'in', anyOf(touched))
    .execute();
  await refold(db, context, touched);
  return unreadable;
}

async function upsert(db: Db, entity: SyncedEntity, rows: readonly MirroredRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const own = Object.keys(first.columns);
  const names = sql.join(['key', ...own, 'server_version', 'server_row'].map((name) => sql.ref(name)));
  const values = sql.join([
    sql`value ->> 'key'`,
    ...own.map((name) => sql`value -> 'columns' ->> ${sql.lit(name)}`),
    sql`value ->> 'version'`,
    sql`value ->> 'row'`,
  ]);
  await sql`
    insert into ${sql.table(MIRROR_TABLES[entity])} (${names})
    select ${values} from json_each(${JSON.stringify(rows)}) where true
    on conflict (key) do update set server_version = excluded.server_version, server_row = excluded.server_row`.execute(
    db,
  );
}

/** A deleted record comes without data; of one that was never here nobody needs to know. */
async function markDeleted(db: Db, entity: SyncedEntity, changes: readonly SyncChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    update ${sql.table(MIRROR_TABLES[entity])} as record
    set server_version = change.value ->> 'version', server_row = json_set(server_row, '$.deleted', json('true'))
    from json_each(${JSON.stringify(changes)}) as change
    where record.server_id = change.value ->> 'id'`.execute(db);
}

async function recordsTouched(
  db: Db,
  entity: SyncedEntity,
  changes: readonly SyncChange[],
): Promise<string[]> {
  const source = RECORD_COLUMN[entity];
  if (source === undefined) return [];
  const { rows } = await sql<{ key: string }>`
    select distinct ${sql.ref(source.column)} as key from ${sql.table(MIRROR_TABLES[entity])}
    where server_id in ${anyOf(changes.map(({ id }) => id))}`.execute(db);
  return rows.map(({ key }) => recordKey({ kind: source.kind, key }));
}
