/**
 * The places of changes that a page of the feed names. `domain/sync/feed/feed.ts` says what belongs on a page (F1, F3, F4); here it is
 * said once more in SQL, so that PostgreSQL finds them by its indexes. `test/rules/sql-follows-rules.test.ts` holds the two together.
 */
import type { SyncedEntity } from '@wellpulse/contracts';
import type { FeedCursor, FeedPosition, PullWindow, WellScope } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { FEED_TABLES } from './feed-tables.ts';

type Sql = RawBuilder<unknown>;

/** The first `limit` changes after the cursor that its reader is given. `deviceId` is the reader's device; null for none. */
export async function readPositions(
  db: TenantDb,
  cursor: FeedCursor,
  deviceId: string | null,
  limit: number,
): Promise<FeedPosition[]> {
  const { entities, window, position } = cursor;
  const parts = entities.map((entity) => ofTable(entity, cursor, limit));
  if (window !== null && deviceId !== null && entities.includes('PRODUCTION')) {
    parts.push(changedAfterSent(cursor, deviceId, limit), sentAfterChanged(cursor, deviceId, limit));
  }
  if (parts.length === 0) return [];
  const { rows } = await sql<FeedPosition>`
    select * from (${sql.join(parts, sql` union all `)}) feed
    where sequence >= ${position.sequence}
    order by sequence, entity collate "C", id limit ${limit}`.execute(db);
  return rows;
}

function ofTable(entity: SyncedEntity, cursor: FeedCursor, limit: number): Sql {
  return sql`(select ${entity}::text as entity, t.id, t.log_sequence as sequence
    from ${FEED_TABLES[entity].from}
    where ${comesAfter(entity, sql`t.log_sequence`, cursor.position)} and ${isHeld(entity, cursor)}
    order by t.log_sequence, t.id limit ${limit})`;
}

/** Whether the window holds a row's day; true where a kind of record has no window. */
function isHeld(entity: SyncedEntity, { window, wells }: FeedCursor): Sql {
  if (window === null || (entity !== 'PRODUCTION' && entity !== 'ALERT')) return sql`true`;
  return isReadingHeld(window, wells);
}

/** As `isDayHeld` of the domain, for a reading or an alert. */
export function isReadingHeld(window: PullWindow, wells: WellScope): Sql {
  const isInHistory = sql`t.production_date >= ${window.firstDay}::date`;
  if (wells === null) return isInHistory;
  return sql`(t.production_date >= ${window.recentFrom}::date
    or (${isInHistory} and t.well_id = any(${wells}::uuid[])))`;
}

/** F4, at the place of the reading's last change. */
const changedAfterSent = (cursor: FeedCursor, deviceId: string, limit: number): Sql =>
  sql`(select 'PRODUCTION'::text, t.id, t.log_sequence
    from production_data t
    where ${comesAfter('PRODUCTION', sql`t.log_sequence`, cursor.position)} and not ${isHeld('PRODUCTION', cursor)}
      and t.log_sequence >= (
        select max(l.sequence) from event_log l where l.record_id = t.id and l.device_id = ${deviceId}::uuid)
    order by t.log_sequence, t.id limit ${limit})`;

/** F4, at the place of the device's last event, which changed nothing. */
const sentAfterChanged = (cursor: FeedCursor, deviceId: string, limit: number): Sql =>
  sql`(select 'PRODUCTION'::text, t.id, l.sequence
    from event_log l join production_data t on t.id = l.record_id
    where l.device_id = ${deviceId}::uuid and ${comesAfter('PRODUCTION', sql`l.sequence`, cursor.position)}
      and l.sequence > t.log_sequence and not ${isHeld('PRODUCTION', cursor)}
      and not exists (select from event_log later where later.record_id = t.id
        and later.device_id = l.device_id and later.sequence > l.sequence)
    order by l.sequence, t.id limit ${limit})`;

/** As `comparePositions` of the domain. */
function comesAfter(entity: SyncedEntity, sequence: Sql, after: FeedPosition): Sql {
  if (entity === after.entity) return sql`(${sequence}, t.id) > (${after.sequence}, ${after.id}::uuid)`;
  return entity > after.entity ? sql`${sequence} >= ${after.sequence}` : sql`${sequence} > ${after.sequence}`;
}
