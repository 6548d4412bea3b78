/**
 * The places that a page of the feed names. What belongs on a page says `domain/sync/feed.ts`; here it is said once more
 * in SQL, so that PostgreSQL finds them by its indexes, and `test/sync/feed-positions.test.ts` holds the two together.
 */
import type { SyncedEntity } from '@wellpulse/contracts';
import type { FeedPosition, FeedReading } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

export interface WellPosition extends FeedPosition {
  readonly wellId: string;
}

/** Each table with the expressions of the well that its rows belong to, and of the item that may have left a well. */
const FEED: readonly {
  entity: SyncedEntity;
  from: RawBuilder<unknown>;
  wellId: RawBuilder<unknown>;
  itemId?: RawBuilder<unknown>;
}[] = [
  { entity: 'ALERT', from: sql`variance_alerts t`, wellId: sql`t.well_id` },
  { entity: 'CONFLICT', from: sql`conflicts t`, wellId: sql`t.well_id` },
  { entity: 'EQUIPMENT', from: sql`equipment t`, wellId: sql`t.well_id`, itemId: sql`t.id` },
  {
    entity: 'MAINTENANCE',
    from: sql`equipment_maintenance t join equipment e on e.id = t.equipment_id`,
    wellId: sql`e.well_id`,
    itemId: sql`e.id`,
  },
  { entity: 'PRODUCTION', from: sql`production_data t`, wellId: sql`t.well_id` },
  { entity: 'WELL', from: sql`wells t`, wellId: sql`t.id` },
];

/** The first `limit` positions after `reading.after` that the reader is given. */
export async function readPositions(
  db: TenantDb,
  reading: FeedReading,
  limit: number,
): Promise<WellPosition[]> {
  const parts = FEED.map(
    (
      kind,
    ) => sql`(select ${kind.entity}::text as entity, t.id, t.log_sequence as sequence, ${kind.wellId} as "wellId"
      from ${kind.from} where ${comesAfter(kind.entity, reading.after)} and ${isNamed(kind, reading)}
      order by t.log_sequence, t.id limit ${limit})`,
  );
  const { rows } = await sql<WellPosition>`
    select * from (${sql.join(parts, sql` union all `)}) feed
    order by sequence, entity collate "C", id limit ${limit}`.execute(db);
  return rows;
}

/** As `isNamed` of the domain. */
function isNamed(
  { entity, wellId, itemId }: (typeof FEED)[number],
  { scope, includesOutOfScope }: FeedReading,
): RawBuilder<unknown> {
  if (scope.wellIds === null || (entity === 'WELL' && includesOutOfScope)) return sql`true`;
  const isMine = sql`${wellId} = any(${scope.wellIds}::uuid[])`;
  if (itemId === undefined) return isMine;
  return sql`(${isMine} or exists (select from equipment_left_wells l
    where l.equipment_id = ${itemId} and l.well_id = any(${scope.wellIds}::uuid[])))`;
}

/** As `comparePositions` of the domain. */
function comesAfter(entity: SyncedEntity, after: FeedPosition): RawBuilder<unknown> {
  if (entity === after.entity) return sql`(t.log_sequence, t.id) > (${after.sequence}, ${after.id}::uuid)`;
  return entity > after.entity
    ? sql`t.log_sequence >= ${after.sequence}`
    : sql`t.log_sequence > ${after.sequence}`;
}
