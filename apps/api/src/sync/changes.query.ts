/**
 * What changed since a cursor. The log is written by one transaction at a time and in the order of its commits, so
 * whoever has read up to a sequence has missed nothing before it, whatever is being written meanwhile.
 */
import type { SyncChange, SyncChanges, SyncedEntity } from '@wellpulse/contracts';
import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../http/request.ts';
import type { TenantDb } from '../tenancy/tenant-databases.ts';
import { readRecords } from './changed-records.ts';
import { decodeCursor, encodeCursor, START, type FeedPlace } from './feed-cursor.ts';
import { readScope, type Scope } from './scope.ts';

interface Place {
  readonly entity: SyncedEntity;
  readonly id: string;
  readonly log_sequence: number;
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
      const places = await readPlaces(db, after, namesStrangers ? null : scope, scope, query.limit + 1);
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

/** Each table with the expression of the well that its rows belong to. */
const FEED: readonly { entity: SyncedEntity; from: RawBuilder<unknown>; wellId: RawBuilder<unknown> }[] = [
  { entity: 'ALERT', from: sql`variance_alerts t`, wellId: sql`t.well_id` },
  { entity: 'CONFLICT', from: sql`conflicts t`, wellId: sql`t.well_id` },
  { entity: 'EQUIPMENT', from: sql`equipment t`, wellId: sql`t.well_id` },
  {
    entity: 'MAINTENANCE',
    from: sql`equipment_maintenance t join equipment e on e.id = t.equipment_id`,
    wellId: sql`e.well_id`,
  },
  { entity: 'PRODUCTION', from: sql`production_data t`, wellId: sql`t.well_id` },
  { entity: 'WELL', from: sql`wells t`, wellId: sql`t.id` },
];

async function readPlaces(
  db: TenantDb,
  after: FeedPlace,
  scopeOfWells: Scope | null,
  scope: Scope,
  limit: number,
): Promise<Place[]> {
  const parts = FEED.map(({ entity, from, wellId }) => {
    const visible = entity === 'WELL' ? scopeOfWells : scope;
    const isVisible =
      visible === null || visible.wellIds === null
        ? sql`true`
        : sql`${wellId} = any(${visible.wellIds}::uuid[])`;
    return sql`(select ${entity}::text as entity, t.id, t.log_sequence from ${from}
      where ${comesAfter(entity, after)} and ${isVisible} order by t.log_sequence, t.id limit ${limit})`;
  });
  const { rows } = await sql<Place>`
    select * from (${sql.join(parts, sql` union all `)}) feed
    order by log_sequence, entity collate "C", id limit ${limit}`.execute(db);
  return rows;
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
  return places.map(({ entity, id }) => {
    const record = records.get(`${entity}|${id}`);
    if (record === undefined) throw new Error('What the feed names is there');
    const isStranger = entity === 'WELL' && scope.wellIds !== null && !scope.wellIds.includes(id);
    const deleted = record.deleted || isStranger;
    return { entity, id, version: record.version, deleted, data: deleted ? null : record.data };
  });
}
