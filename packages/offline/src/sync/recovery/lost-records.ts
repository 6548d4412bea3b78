/**
 * What the server lost when it was put back, and no event of a device brings again: the office's own changes (ADR 86). The
 * pull after a restore keeps each row that it overtakes or does not bring. They are offered when it is over.
 */
import { RECOVERED_ENTITIES, type RecoveredEntity } from '@wellpulse/contracts';
import { DAY_MS } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import { serverNow } from '../../clock/server-now.ts';
import type { Db } from '../../database/kysely-on.ts';
import { findMeta, setMeta } from '../../database/meta.ts';
import { RECORD_TABLES } from '../../database/record-tables.ts';
import type { Clock } from '../../ports/clock.ts';
import { instantOf } from '../../ports/ids.ts';
import type { ReceivedChange } from '../../protocol/tolerant-reader.ts';
import { daysHeld } from '../../queries/held-days.ts';

const WATCH = 'lost_records_watch';
/** No backup is older. What the pull need not bring counts as lost only if it was changed within so many days. */
const OLDEST_BACKUP_DAYS = 30;

/**
 * To be called when the pull after a restore begins. What was offered before is offered again, for as long as a backup may be older. The
 * server's time says how long: a clock that was set wrongly ends no offer early (ADR 43).
 */
export async function watchForLost(db: Db, clock: Clock): Promise<void> {
  const now = await serverNow(db, clock);
  if (now !== null) await db.deleteFrom('lost_records').where('told_at', '<', oldestBackup(now)).execute();
  await db.updateTable('lost_records').set({ told_at: null, is_former: 1 }).execute();
  await setMeta(db, WATCH, '1');
}

const oldestBackup = (now: number): string => instantOf(now - OLDEST_BACKUP_DAYS * DAY_MS);

const isWatching = async (db: Db): Promise<boolean> => (await findMeta(db, WATCH)) !== null;

/**
 * Keeps the rows that a page is about to overtake. Versions tell little: a server that was put back counts them anew until it hears of its
 * restore. So all that differs is offered, and the server knows what it lost.
 */
export async function keepOvertaken(db: Db, changes: readonly ReceivedChange[]): Promise<void> {
  if (!(await isWatching(db))) return;
  for (const entity of RECOVERED_ENTITIES) {
    const ofEntity = changes.filter((change) => change.entity === entity);
    if (ofEntity.length === 0) continue;
    const isOf =
      entity === 'PRODUCTION'
        ? sql`(record.server_id = change.value ->> 'id' or record.key =
            (change.value ->> '$.data.wellId') || '|' || (change.value ->> '$.data.productionDate'))`
        : sql`record.server_id = change.value ->> 'id'`;
    await keepRows(
      db,
      entity,
      sql`json_each(${JSON.stringify(ofEntity)}) as change join ${tableOf(entity)} as record on ${isOf}`,
      sql`record.server_version <> change.value ->> 'version' or record.server_id <> change.value ->> 'id'
        or coalesce(record.server_row ->> 'deleted', 0) <> change.value ->> 'deleted'
        or not change.value ->> 'deleted' and record.server_row ->> 'updatedAt' is not change.value ->> '$.data.updatedAt'`,
    );
  }
}

/**
 * Keeps the rows that the pull did not bring. `serverTime` is the last page's. To be called when it is complete, and before they
 * are dropped.
 */
export async function keepMissing(db: Db, serverTime: string): Promise<void> {
  if (!(await isWatching(db))) return;
  const isHeld = await daysHeld(db);
  const recently = oldestBackup(Date.parse(serverTime));
  for (const entity of RECOVERED_ENTITIES) {
    const { rows } = await sql<{ id: string; key: string; updatedAt: string; deleted: number }>`
      select server_id as id, key, json_extract(server_row, '$.updatedAt') as "updatedAt",
        coalesce(json_extract(server_row, '$.deleted'), 0) as deleted
      from ${tableOf(entity)} as record where server_row is not null
        and server_id not in (select id from pulled_records where entity = ${entity})`.execute(db);
    const isWhole = entity === 'WELL' || entity === 'EQUIPMENT';
    const lost = rows.filter(
      ({ key, updatedAt, deleted }) =>
        // Another device may offer what stood before the deletion.
        isWhole ||
        deleted === 1 ||
        updatedAt >= recently ||
        (entity === 'PRODUCTION' && isHeld(...dayOf(key))),
    );
    const ids = JSON.stringify(lost.map(({ id }) => id));
    await keepRows(
      db,
      entity,
      sql`${tableOf(entity)} as record`,
      sql`record.server_id in (select value from json_each(${ids}))`,
    );
  }
  await db.deleteFrom('meta').where('key', '=', WATCH).execute();
}

const tableOf = (entity: RecoveredEntity) => sql.table(RECORD_TABLES[entity].table);

const dayOf = (key: string): [wellId: string, day: string] => {
  const [wellId = '', day = ''] = key.split('|');
  return [wellId, day];
};

/**
 * Of the same record the first one counts: a later one is of the new lineage. One that an earlier restore lost stays beside it. The server may
 * still have the one that is kept now: only the server knows.
 */
async function keepRows(
  db: Db,
  entity: RecoveredEntity,
  from: RawBuilder<unknown>,
  condition: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    insert into lost_records (id, entity, version, deleted, row)
    select distinct record.server_id, ${entity}, record.server_version,
      coalesce(json_extract(record.server_row, '$.deleted'), 0), record.server_row
    from ${from} where record.server_row is not null and (${condition})
      and not exists (select 1 from lost_records as kept where kept.id = record.server_id
        and (kept.is_former = 0 or kept.row = record.server_row))`.execute(db);
}
