/**
 * What changed since a cursor. The log is written by one transaction at a time and in the order of its commits, so
 * whoever has read up to a sequence has missed nothing before it, whatever is being written meanwhile.
 */
import type { SyncChange, SyncChanges, SyncedEntity } from '@wellpulse/contracts';
import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../http/request.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { readRecords } from './changed-records.ts';
import { decodeCursor, encodeCursor, START, type FeedPlace } from './feed-cursor.ts';
import { readScope, type Scope } from './scope.ts';

interface Place {
  readonly entity: SyncedEntity;
  readonly id: string;
  readonly log_sequence: number;
  readonly well_id: string;
}

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export async function readChanges(caller: Caller, query: Query, serverTime: string): Promise<SyncChanges> {
  return caller.database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const scope = await readScope(db, caller.user);
      const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor);
      // Whoever was assigned to other wells since starts anew, and is told which wells are no longer theirs.
      const isOtherScope = cursor !== null && cursor.scope !== scope.fingerprint;
      const namesStrangers = isOtherScope || cursor?.namesStrangers === true;
      const after = cursor === null || isOtherScope ? START : cursor.place;
      const places = await readPlaces(db, after, { scope, namesStrangers }, query.limit + 1);
      const page = places.slice(0, query.limit);
      const hasMore = places.length > query.limit;
      const last = page.at(-1);
      const place: FeedPlace = last === undefined ? after : [last.log_sequence, last.entity, last.id];
      return {
        changes: await toChanges(db, caller, scope, page),
        nextCursor: encodeCursor({
          place,
          scope: scope.fingerprint,
          namesStrangers: namesStrangers && hasMore,
        }),
        hasMore,
        serverTime,
      };
    });
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

interface Sight {
  readonly scope: Scope;
  readonly namesStrangers: boolean;
}

async function readPlaces(db: TenantDb, after: FeedPlace, sight: Sight, limit: number): Promise<Place[]> {
  const parts = FEED.map(
    (kind) => sql`(select ${kind.entity}::text as entity, t.id, t.log_sequence, ${kind.wellId} as well_id
      from ${kind.from} where ${comesAfter(kind.entity, after)} and ${isNamed(kind, sight)}
      order by t.log_sequence, t.id limit ${limit})`,
  );
  const { rows } = await sql<Place>`
    select * from (${sql.join(parts, sql` union all `)}) feed
    order by log_sequence, entity collate "C", id limit ${limit}`.execute(db);
  return rows;
}

/** What is the reader's, and what may have been: it is named as deleted. */
function isNamed(
  { entity, wellId, itemId }: (typeof FEED)[number],
  { scope, namesStrangers }: Sight,
): RawBuilder<unknown> {
  if (scope.wellIds === null || (entity === 'WELL' && namesStrangers)) return sql`true`;
  const isMine = sql`${wellId} = any(${scope.wellIds}::uuid[])`;
  if (itemId === undefined) return isMine;
  return sql`(${isMine} or exists (select from equipment_left_wells l
    where l.equipment_id = ${itemId} and l.well_id = any(${scope.wellIds}::uuid[])))`;
}

/** Rows are ordered by sequence, then by entity, then by id. */
function comesAfter(entity: SyncedEntity, [sequence, lastEntity, lastId]: FeedPlace): RawBuilder<unknown> {
  if (entity === lastEntity) return sql`(t.log_sequence, t.id) > (${sequence}, ${lastId}::uuid)`;
  return entity > lastEntity ? sql`t.log_sequence >= ${sequence}` : sql`t.log_sequence > ${sequence}`;
}

async function toChanges(
  db: TenantDb,
  caller: Caller,
  scope: Scope,
  places: readonly Place[],
): Promise<SyncChange[]> {
  const records = await readRecords(db, caller.tenant.slug, places);
  return places.map(({ entity, id, well_id: wellId }) => {
    const record = records.get(`${entity}|${id}`);
    if (record === undefined) throw new Error('What the feed names is there');
    const isStranger = scope.wellIds !== null && !scope.wellIds.includes(wellId);
    const deleted = record.deleted || isStranger;
    return { entity, id, version: record.version, deleted, data: deleted ? null : record.data };
  });
}
