/** Reading the tenant's log. */
import {
  activitySchema,
  EVENTS,
  type Activity,
  type AuditEvent,
  type endpoints,
  type EndpointInput,
  type EventOrigin,
  type Page,
  message,
} from '@wellpulse/contracts';
import { sql } from 'kysely';
import { z } from 'zod';
import { mapRows } from '../database/columns.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { isAssignedTo } from '../database/assigned-wells.ts';
import { toOrigin, type NamedLogRow } from '../write-path/event-log.ts';

type Query = EndpointInput<(typeof endpoints)['audit']['events']>['query'];
type Row = NamedLogRow & {
  device_name: string | null;
  well_id: string | null;
  well_name: string | null;
  subject: AuditEvent['subject'];
};

const named = mapRows<Omit<AuditEvent, keyof EventOrigin | 'entity' | 'loggedAt' | 'hash'>>([
  'deviceName',
  'clockOffsetMs',
  'chainFormat',
  'recordId',
  'aggregateId',
  'wellId',
  'wellName',
  'subject',
  'payload',
]);

/** An event about a well names it in its aggregate; one about an alert, an item of equipment or a conflict through that. */
const WITH_NAMES = sql`left join users u on u.id = e.user_id
  left join users r on r.id = e.carrier_id
  left join devices d on d.id = e.device_id
  left join variance_alerts a on a.id = e.aggregate_id
  left join equipment q on q.id = e.aggregate_id
  left join conflicts k on k.id = e.aggregate_id
  left join wells w on w.id = coalesce(a.well_id, q.well_id, k.well_id, e.aggregate_id)`;
const SUBJECT = sql`case when q.id is not null then json_build_object(
  'equipmentId', q.id, 'equipmentType', q.equipment_type, 'serialNumber', q.serial_number) end as subject`;

export async function listEvents(db: TenantDb, query: Query): Promise<Page<AuditEvent>> {
  const conditions = [sql`true`];
  if (query.recordId !== undefined) conditions.push(sql`e.record_id = ${query.recordId}`);
  if (query.wellId !== undefined) {
    conditions.push(sql`(e.aggregate_id = ${query.wellId}
      or e.aggregate_id in (select id from equipment where well_id = ${query.wellId}))`);
  }
  if (query.userId !== undefined) conditions.push(sql`e.user_id = ${query.userId}`);
  if (query.deviceId !== undefined) conditions.push(sql`e.device_id = ${query.deviceId}`);
  if (query.eventType !== undefined) conditions.push(sql`e.event_type = ${query.eventType}`);
  if (query.source !== undefined) conditions.push(sql`e.source = ${query.source}`);
  if (query.from !== undefined) conditions.push(sql`e.received_at >= ${inUtc(query.from)}`);
  if (query.to !== undefined) conditions.push(sql`e.received_at <= ${inUtc(query.to)}`);
  if (query.cursor !== undefined) {
    conditions.push(
      sql`e.sequence ${sql.raw(query.order === 'asc' ? '>' : '<')} ${readCursor(query.cursor)}`,
    );
  }
  const { rows } = await sql<Row>`
    select e.*, u.name as user_name, r.name as carrier_name, d.name as device_name, w.id as well_id, w.name as well_name,
      ${SUBJECT}
    from event_log e ${WITH_NAMES}
    where ${sql.join(conditions, sql` and `)}
    order by e.sequence ${sql.raw(query.order)} limit ${query.limit + 1}`.execute(db);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(toAuditEvent),
    nextCursor: rows.length > query.limit && last !== undefined ? String(last.sequence) : null,
  };
}

/** RFC 3339 allows larger offsets than PostgreSQL does. */
const inUtc = (instant: string): string => new Date(instant).toISOString();

function readCursor(cursor: string): number {
  const parsed = z
    .string()
    .regex(/^\d{1,15}$/)
    .safeParse(cursor);
  if (parsed.success) return Number(parsed.data);
  throw new ProblemError('VALIDATION_FAILED', {
    errors: [{ path: 'cursor', message: message('notACursor') }],
  });
}

/** How far back the home page looks for what belongs together, such as the rows of one import; further for one route, or for a person's wells. */
const RECENT = 2_000;
const RECENT_OF_SOME = 20_000;

/**
 * What came in last. Rows that one person sent at the same time in the same way count as one. So do the photos of an item
 * that arrived within an hour. That a photo is on its way is no news.
 */
export async function recentActivity(
  db: TenantDb,
  { limit, route, mine }: EndpointInput<(typeof endpoints)['dashboard']['activity']>['query'],
  callerId: string,
): Promise<Activity[]> {
  const last = (count: number) => sql`(select * from event_log order by sequence desc limit ${count})`;
  const recent =
    route === undefined && mine !== true
      ? last(RECENT)
      : sql`(select e.* from ${last(RECENT_OF_SOME)} e ${WITH_NAMES}
          where ${route === undefined ? sql`true` : sql`w.route = ${route}`}
            and ${mine === true ? isAssignedTo(callerId, 'w') : sql`true`})`;
  const { rows } = await sql<Row & { count: number; conflict_status: Activity['conflictStatus'] }>`
    with recent as ${recent},
    grouped as (
      select max(sequence) as sequence, count(*) as count, count(distinct aggregate_id) as aggregates from recent
      where event_type not like 'USER%' and event_type <> 'PHOTO_ANNOUNCED'
      group by user_id, source, event_type,
        case when event_type = 'PHOTO_STORED' then date_trunc('hour', received_at) else received_at end,
        case when source <> 'IMPORT' and event_type <> 'ALERT_ACKNOWLEDGED' then aggregate_id end)
    select e.*, grouped.count, u.name as user_name, r.name as carrier_name, d.name as device_name,
      case when grouped.aggregates = 1 then w.id end as well_id,
      case when grouped.aggregates = 1 then w.name end as well_name,
      case when grouped.count = 1 then m.status end as conflict_status, ${SUBJECT}
    from grouped join event_log e on e.sequence = grouped.sequence ${WITH_NAMES}
    left join conflicts m on m.event_id = e.event_id
    order by e.sequence desc limit ${limit}`.execute(db);
  return rows.map((row) =>
    activitySchema.parse({ ...toAuditEvent(row), count: row.count, conflictStatus: row.conflict_status }),
  );
}

const toAuditEvent = (row: Row): AuditEvent => ({
  ...toOrigin(row),
  ...named.toRecord(row),
  entity: EVENTS[row.event_type].entity,
  loggedAt: row.logged_at ?? row.received_at,
  hash: row.hash.toString('hex'),
});
