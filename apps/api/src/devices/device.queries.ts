/** Reading devices: how each is doing, and what it sent that could not be taken. */
import {
  deviceSchema,
  type Device,
  type DeviceNumbers,
  type endpoints,
  type EndpointInput,
  type Page,
  type RefusedEvent,
  type SequenceHole,
} from '@wellpulse/contracts';
import { deviceStatus, failedAfter } from '@wellpulse/domain';
import { sql } from 'kysely';
import type { z } from 'zod';
import { mapSchema, type Columns } from '../database/columns.ts';
import { afterCursor, inOrder, toPage, type Keyset } from '../http/endpoints/keyset.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

type Rows = TenantSchema;

/** How many holes are told one by one. */
const MAX_HOLES = 100;

/** The highest number that was settled; 0 for none. */
export async function lastSequenceOf(db: TenantDb, deviceId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(device_sequence), 0) as last from device_events
    where device_id = ${deviceId}`.execute(db);
  return rows[0]?.last ?? 0;
}

/** What is settled of a device's numbers, and of the events that it asks about. */
export async function readNumbers(
  db: TenantDb,
  deviceId: string,
  eventIds: readonly string[],
): Promise<DeviceNumbers> {
  const { rows } = await sql<{ eventId: string; deviceSequence: number }>`
    select event_id as "eventId", device_sequence as "deviceSequence" from device_events
    where event_id = any(${eventIds}::uuid[]) and device_id = ${deviceId}
    order by device_sequence`.execute(db);
  return { lastSequence: await lastSequenceOf(db, deviceId), settled: rows };
}

/** Numbers that nothing will ever come for. */
export async function closeNumbers(
  db: TenantDb,
  deviceId: string,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  await sql`
    insert into device_closed_numbers select ${deviceId}::uuid, unnest(${numbers}::bigint[])
    on conflict do nothing`.execute(db);
}

/** A device as the query below reads it; the rest is worked out. */
const lineSchema = deviceSchema.omit({ status: true, holes: true, missingEvents: true });
type DeviceLine = Columns<z.output<typeof lineSchema>>;
const line = mapSchema(lineSchema);

/** All devices, or those of one user, as they are at `now`; the ones seen last come first. Failed events are those of `isFailedEvent`. */
export async function listDevices(db: TenantDb, userId: string | undefined, now: string): Promise<Device[]> {
  const { rows } = await sql<DeviceLine>`
    select d.*, s.app_version, s.last_seen_at, s.clock_skew_seconds, s.unsigned_events, u.name as user_name,
      (select max(l.begun_at) from lineages l where l.id > s.lineage) as restore_missed_at,
      (select coalesce(max(e.device_sequence), 0) from device_events e
        where e.device_id = d.id) as last_sequence,
      (select count(*) from device_events e where e.device_id = d.id and e.refused is not null
        and e.received_at > ${failedAfter(now)} and not exists (
          select from waiting_entries x where x.event_id = e.event_id and x.done_at is not null)) as failed_events,
      (select count(*) from conflicts c where c.status = 'OPEN'
        and c.incoming->>'deviceId' = d.id::text) as open_conflicts,
      (select count(*) from photos p where p.device_id = d.id and p.state = 'WAITING') as waiting_photos
    from devices d
    join users u on u.id = d.user_id
    left join device_states s on s.device_id = d.id
    where ${userId === undefined ? sql`true` : sql`d.user_id = ${userId}`}
    order by s.last_seen_at desc nulls last, d.registered_at desc, d.id`.execute(db);
  const holes = await holesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toDevice(row, holes.get(row.id) ?? []));
}

/** As `sequenceHoles` of the domain says; a test holds the two together. */
async function holesOf(db: TenantDb, deviceIds: readonly string[]): Promise<Map<string, SequenceHole[]>> {
  const { rows } = await sql<{ device_id: string; from: number; to: number }>`
    with numbered as (
      select device_id, device_sequence,
        coalesce(lag(device_sequence) over (partition by device_id order by device_sequence), 0) as before
      from (select device_id, device_sequence from device_events where device_id = any(${deviceIds}::uuid[])
        union select device_id, device_sequence from device_closed_numbers
        where device_id = any(${deviceIds}::uuid[])) settled)
    select device_id, before + 1 as "from", device_sequence - 1 as "to" from numbered
    where device_sequence > before + 1 order by device_id, device_sequence`.execute(db);
  const holes = new Map<string, SequenceHole[]>();
  for (const { device_id, from, to } of rows) {
    holes.set(device_id, [...(holes.get(device_id) ?? []), { from, to }]);
  }
  return holes;
}

function toDevice(row: DeviceLine, holes: readonly SequenceHole[]): Device {
  const device = line.toRecord(row);
  return {
    ...device,
    status: deviceStatus(device),
    holes: holes.slice(0, MAX_HOLES),
    missingEvents: holes.reduce((sum, { from, to }) => sum + to - from + 1, 0),
  };
}

/** Whether a session's device is to retire; false for a session without one. */
export async function isRetiring(db: TenantDb, deviceId: string | null): Promise<boolean> {
  if (deviceId === null) return false;
  const device = await db
    .selectFrom('devices')
    .select('retired_at')
    .where('id', '=', deviceId)
    .executeTakeFirst();
  return (device?.retired_at ?? null) !== null;
}

type RefusedLine = Rows['device_events'] & { device_name: string | null; user_name: string | null };

/** Events that were refused, newest first. */
export async function listRefusedEvents(
  db: TenantDb,
  query: EndpointInput<(typeof endpoints)['devices']['refusedEvents']>['query'],
): Promise<Page<RefusedEvent>> {
  const keyset: Keyset = {
    value: sql`e.received_at`,
    type: 'timestamptz',
    id: sql`e.event_id`,
    order: 'desc',
    cursor: query.cursor,
  };
  const ofDevice = query.deviceId === undefined ? sql`true` : sql`e.device_id = ${query.deviceId}`;
  const { rows } = await sql<RefusedLine & { sort_value: string; id: string }>`
    select e.*, e.event_id as id, e.received_at as sort_value, d.name as device_name, u.name as user_name
    from device_events e left join devices d on d.id = e.device_id left join users u on u.id = e.user_id
    where e.refused is not null and ${ofDevice} and ${afterCursor(keyset)}
    order by ${inOrder(keyset)} limit ${query.limit + 1}`.execute(db);
  return toPage(rows, query.limit, toRefusedEvent);
}

const toRefusedEvent = (row: RefusedLine): RefusedEvent => ({
  eventId: row.event_id,
  deviceId: row.device_id,
  deviceName: row.device_name,
  deviceSequence: row.device_sequence,
  userName: row.user_name,
  eventType: row.event_type ?? 'UNKNOWN',
  code: row.outcome.result === 'FAILED' ? row.outcome.code : row.outcome.result,
  reason: row.outcome.result === 'FAILED' ? row.outcome.reason : '',
  receivedAt: row.received_at,
  payload: row.refused === null ? null : (JSON.parse(row.refused) as { payload?: unknown }).payload,
});

/** The device of a session was heard of; to the minute, so that asking often writes little. */
export async function recordSession(db: TenantDb, sessionId: string, now: string): Promise<void> {
  await sql`
    update device_states set last_seen_at = ${now}
    where device_id = (select device_id from sessions where id = ${sessionId})
      and (last_seen_at is null or last_seen_at < ${now}::timestamptz - interval '1 minute')`.execute(db);
}
