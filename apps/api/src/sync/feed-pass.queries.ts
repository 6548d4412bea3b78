/**
 * What is left of a reader's pass over what is there. `domain/sync/feed/feed.ts` says what belongs to it (F3, F5, F6); here it is said
 * once more in SQL, and `test/rules/sql-follows-rules.test.ts` holds the two together.
 */
import type { SyncedEntity } from '@wellpulse/contracts';
import {
  isVisited,
  PASS_GROUPS,
  type FeedCursor,
  type FeedPass,
  type PassGroup,
  type PassPlace,
  type PullWindow,
  type WellScope,
} from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { isReadingHeld } from './feed-positions.queries.ts';
import { FEED_TABLES, type FeedTable } from './feed-tables.ts';

export interface PlacedRecord extends PassPlace {
  readonly entity: SyncedEntity;
}

type Sql = RawBuilder<unknown>;
const ALWAYS = sql`true`;

/** The first `limit` places that are left; none without a pass. `deviceId` is the reader's device; null for none. */
export async function readPass(
  db: TenantDb,
  cursor: FeedCursor,
  deviceId: string | null,
  limit: number,
): Promise<PlacedRecord[]> {
  const { pass } = cursor;
  if (pass === null) return [];
  const places: PlacedRecord[] = [];
  for (const [group, visited] of PASS_GROUPS.entries()) {
    if (group < (pass.place?.group ?? 0) || places.length === limit || !isVisited(pass, visited)) continue;
    const start = pass.place?.group === group ? pass.place : null;
    const reading = { ...cursor, pass, deviceId };
    places.push(...(await readGroup(db, reading, group, start, limit - places.length)));
  }
  return places;
}

interface Reading extends FeedCursor {
  readonly pass: FeedPass;
  readonly deviceId: string | null;
}

async function readGroup(
  db: TenantDb,
  reading: Reading,
  group: number,
  start: PassPlace | null,
  limit: number,
): Promise<PlacedRecord[]> {
  const { entity, whose, days } = PASS_GROUPS[group] as PassGroup;
  const { window, wells, pass } = reading;
  const table = FEED_TABLES[entity];
  const conditions = [
    whoseIs(whose, table.wellId, pass, wells),
    days === 'SENT' ? isSent(reading) : isOfDays(days, table.day, window),
    days === 'ALL' ? isBrought(entity, table, window) : ALWAYS,
    start === null ? ALWAYS : comesAfter(table.day, start),
  ];
  const order = table.day === null ? sql`t.id desc` : sql`${table.day} desc, t.id desc`;
  const { rows } = await sql<PlacedRecord>`
    select ${group}::integer as "group", ${entity}::text as entity, t.id, ${dayText(table.day)} as day
    from ${table.from} where ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${limit}`.execute(db);
  return rows;
}

const dayText = (day: Sql | null): Sql => (day === null ? sql`''` : sql`to_char(${day}, 'YYYY-MM-DD')`);

function whoseIs(whose: PassGroup['whose'], wellId: Sql, { kind, wells }: FeedPass, given: WellScope): Sql {
  if (whose === 'ANY') return ALWAYS;
  const isIn = (scope: WellScope): Sql => (scope === null ? ALWAYS : sql`${wellId} = any(${scope}::uuid[])`);
  const isOwn = kind === 'WHOLE' ? isIn(wells) : sql`(${isIn(wells)} and not ${isIn(given)})`;
  return whose === 'OWN' ? isOwn : sql`not ${isOwn}`;
}

function isOfDays(days: PassGroup['days'], day: Sql | null, window: PullWindow | null): Sql {
  if (days === 'ALL' || day === null) return ALWAYS;
  if (window === null) return days === 'RECENT' ? ALWAYS : sql`false`;
  if (days === 'RECENT') return sql`${day} >= ${window.recentFrom}::date`;
  return sql`(${day} >= ${window.firstDay}::date and ${day} < ${window.recentFrom}::date)`;
}

function isSent({ window, pass, deviceId }: Reading): Sql {
  if (window === null || deviceId === null) return sql`false`;
  return sql`(not ${isReadingHeld(window, pass.wells)} and t.id in (
    select record_id from event_log where device_id = ${deviceId}::uuid
      and received_at >= ${window.firstDay}::timestamp at time zone 'UTC'))`;
}

function isBrought(entity: SyncedEntity, { day, isCurrent }: FeedTable, window: PullWindow | null): Sql {
  if (window === null || day === null) return ALWAYS;
  if (entity === 'MAINTENANCE') return isCurrent;
  const isHeld = sql`${day} >= ${window.firstDay}::date`;
  return entity === 'CONFLICT' ? sql`(${isHeld} or ${isCurrent})` : isHeld;
}

const comesAfter = (day: Sql | null, place: PassPlace): Sql =>
  day === null
    ? sql`t.id < ${place.id}::uuid`
    : sql`(${day}, t.id) < (${place.day}::date, ${place.id}::uuid)`;
