/** Entries that were not taken and wait for a person: kept, listed, and done with. */
import {
  deviceEventSchema,
  type DeviceEvent,
  type Role,
  type WaitingEntry,
  type WaitingKind,
} from '@wellpulse/contracts';
import type { ReceivedEvent } from '@wellpulse/domain';
import { sql } from 'kysely';
import { closeNumbers } from '../devices/device.queries.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toProduction } from '../write-path/records.ts';
import { WAITING_KEPT_DAYS, WAITING_KEPT_ENTRIES } from './retention.ts';

/** As many as are listed. */
const LISTED = 500;

/** Keeps what a batch brought, and forgets what nobody did anything about for half a year. */
export async function keepWaiting(
  db: TenantDb,
  events: readonly (ReceivedEvent & { readonly waitsAs: WaitingKind })[],
  { carrierId, receivedAt }: { readonly carrierId: string; readonly receivedAt: string },
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ eventId, waitsAs, deviceId, deviceSequence, userId, contentHash, text }) => ({
    event_id: eventId,
    kind: waitsAs,
    device_id: deviceId,
    device_sequence: deviceSequence,
    user_id: userId,
    carrier_id: carrierId,
    content_hash: `\\x${contentHash}`,
    event: JSON.parse(text) as unknown,
    received_at: receivedAt,
  }));
  await sql`
    delete from waiting_entries
    where received_at < ${receivedAt}::timestamptz - make_interval(days => ${WAITING_KEPT_DAYS})`.execute(db);
  await sql`
    insert into waiting_entries
    select given.* from json_populate_recordset(null::waiting_entries, ${JSON.stringify(rows)}::json) given
    where (select count(*) from waiting_entries known
      where known.user_id = given.user_id and known.done_at is null) < ${WAITING_KEPT_ENTRIES}
    on conflict do nothing`.execute(db);
}

/** What was settled after all waits for nobody; what the author's own device signed anew, for example. */
export async function forgetSettled(db: TenantDb, eventIds: readonly string[]): Promise<void> {
  await sql`
    delete from waiting_entries where event_id = any(${eventIds}::uuid[]) and done_at is null`.execute(db);
}

interface Line {
  readonly event_id: string;
  readonly kind: WaitingKind;
  readonly user_id: string;
  readonly device_id: string;
  readonly device_sequence: number;
  readonly content_hash: Buffer;
  readonly event: unknown;
  readonly received_at: string;
  readonly device_name: string | null;
  readonly user_name: string | null;
  readonly carrier_name: string | null;
  readonly author_role: Role | null;
  readonly is_author_active: boolean | null;
  readonly well_id: string | null;
  readonly well_name: string | null;
  readonly subject: string | null;
  readonly reading: TenantSchema['production_data'] | null;
}

/** A waiting entry with what a person needs to decide about it. */
export interface WaitingLine extends Line {
  readonly wire: DeviceEvent | null;
}

/** Those that wait, the newest first: of all people, or of one; or a single one by its id. */
export async function readWaiting(
  db: TenantDb,
  { ofUserId, eventId }: { readonly ofUserId: string | null; readonly eventId?: string },
): Promise<WaitingLine[]> {
  const { rows } = await sql<Line>`
    select x.*, d.name as device_name, u.name as user_name, c.name as carrier_name,
      u.role as author_role, u.status = 'ACTIVE' and u.deleted_at is null as is_author_active,
      w.id as well_id, w.name as well_name, q.equipment_type || ' ' || q.serial_number as subject,
      case when p.deleted_at is null then to_json(p) end as reading
    from waiting_entries x
    left join devices d on d.id = x.device_id
    left join users u on u.id = x.user_id
    left join users c on c.id = x.carrier_id
    left join equipment q on q.id::text = x.event ->> 'aggregateId'
    left join wells w on w.id::text = coalesce(q.well_id::text, x.event -> 'payload' ->> 'wellId', x.event ->> 'aggregateId')
    left join production_data p on p.well_id = w.id and x.event ->> 'eventType' like 'PRODUCTION_%'
      and p.production_date::text = x.event -> 'payload' ->> 'productionDate'
    where x.done_at is null
      and ${ofUserId === null ? sql`true` : sql`x.user_id = ${ofUserId}`}
      and ${eventId === undefined ? sql`true` : sql`x.event_id = ${eventId}`}
    order by x.received_at desc, x.device_sequence desc limit ${LISTED}`.execute(db);
  return rows.map((row) => ({ ...row, wire: eventOf(row.event) }));
}

/** As it was sent, without its signature; null if it is none that this server can read. */
const eventOf = (event: unknown): DeviceEvent | null =>
  deviceEventSchema.safeParse({ ...(event as object), signature: '0'.repeat(64) }).data ?? null;

export function toWaitingEntry(line: WaitingLine, mayEnter: boolean): WaitingEntry {
  const { wire, reading } = line;
  return {
    eventId: line.event_id,
    kind: line.kind,
    deviceName: line.device_name,
    userId: line.user_id,
    userName: line.user_name,
    carrierName: line.carrier_name,
    eventType: wire?.eventType ?? 'UNKNOWN',
    timestamp: wire?.timestamp ?? line.received_at,
    receivedAt: line.received_at,
    wellId: line.well_id,
    wellName: line.well_name,
    subject: line.subject,
    payload: wire?.payload ?? null,
    version: reading?.version ?? null,
    current: reading === null ? null : { ...toProduction(reading) },
    mayEnter: mayEnter && wire !== null,
  };
}

/** A person has entered it, or left it out: its number is no hole then. */
export async function markDone(
  db: TenantDb,
  line: WaitingLine,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  await db
    .updateTable('waiting_entries')
    .set({ done_at: at, done_by: by })
    .where('event_id', '=', line.event_id)
    .execute();
  await closeNumbers(db, line.device_id, [line.device_sequence]);
}

/** It was entered, and its id is used up: when its author signs it anew after all, it is there already. */
export async function settleEntered(db: TenantDb, line: WaitingLine, at: string): Promise<void> {
  await sql`
    insert into device_events (event_id, content_hash, device_id, device_sequence, outcome, received_at)
    values (${line.event_id}, ${line.content_hash}, ${line.device_id}, ${line.device_sequence}, '{"result": "SYNCED"}', ${at})
    on conflict do nothing`.execute(db);
}
