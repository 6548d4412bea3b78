/** The tenant's append-only log: its head, and how events are put behind it. */
import { EVENTS, eventOrigin, type EventOrigin } from '@wellpulse/contracts';
import type { DomainEvent, LoggedTimes, LogTimes } from '@wellpulse/domain';
import { sql, type Transaction } from 'kysely';
import { mapRows } from '../database/columns.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { CHAIN_FORMAT, GENESIS_HASH, hashRow, type LogRow } from './hash-chain.ts';

type Db = Transaction<TenantSchema>;

export interface LogHead extends LoggedTimes {
  readonly sequence: number;
  readonly hash: Buffer;
}

export interface LoggedEvent {
  readonly event: DomainEvent;
  readonly recordId: string;
}

export async function readHead(db: TenantDb): Promise<LogHead> {
  const row = await db
    .selectFrom('event_log')
    .select(['sequence', 'hash', 'received_at', 'logged_at', 'set_right_at'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? { sequence: 0, hash: GENESIS_HASH, loggedAt: null, setRightAt: null }
    : {
        sequence: row.sequence,
        hash: row.hash,
        loggedAt: row.logged_at ?? row.received_at,
        setRightAt: row.set_right_at,
      };
}

/** Appends the events in their order and returns the new last sequence. */
export async function appendToLog(
  db: Db,
  head: LogHead,
  logged: readonly LoggedEvent[],
  { loggedAt }: LogTimes,
): Promise<number> {
  const rows = chain(head, logged, loggedAt);
  const json = JSON.stringify(rows.map((row) => ({ ...row, hash: `\\x${row.hash.toString('hex')}` })));
  await sql`
    insert into event_log select * from json_populate_recordset(null::event_log, ${json}::json)`.execute(db);
  return head.sequence + rows.length;
}

function chain(head: LogHead, logged: readonly LoggedEvent[], loggedAt: string): LogRow[] {
  let { hash, sequence } = head;
  return logged.map(({ event, recordId }) => {
    sequence += 1;
    const row = {
      sequence,
      event_id: event.id,
      event_type: event.eventType,
      aggregate_id: event.aggregateId,
      record_id: recordId,
      base_version: event.baseVersion,
      payload: event.payload,
      user_id: event.userId,
      device_id: event.deviceId,
      device_sequence: event.deviceSequence,
      carrier_id: event.carrierId,
      author_left: event.authorLeft ? true : null,
      source: event.source,
      occurred_at: event.occurredAt,
      received_at: event.receivedAt,
      logged_at: loggedAt,
      set_right_at: event.setRightAt,
      clock_offset_ms: event.clockOffsetMs,
      chain_format: CHAIN_FORMAT,
    };
    hash = hashRow(hash, row);
    return { ...row, hash };
  });
}

/** Reads a row of the log back as the event that it was. */
export function toDomainEvent(row: LogRow): DomainEvent {
  return {
    id: row.event_id,
    eventType: row.event_type,
    aggregateId: row.aggregate_id,
    baseVersion: row.base_version,
    payload: EVENTS[row.event_type].payload.parse(row.payload),
    userId: row.user_id,
    deviceId: row.device_id,
    deviceSequence: row.device_sequence,
    carrierId: row.carrier_id,
    authorLeft: row.author_left === true,
    source: row.source,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    clockOffsetMs: row.clock_offset_ms,
    setRightAt: row.set_right_at,
    // The catalogue has just parsed the payload by the row's own type.
  } as DomainEvent;
}

/** A row of the log with the names of who made the event, and of who sent it. */
export type NamedLogRow = LogRow & {
  readonly user_name: string | null;
  readonly carrier_name: string | null;
};

const { authorLeft: _, ...ORIGIN } = eventOrigin;
const origin = mapRows<Omit<EventOrigin, 'authorLeft'>>(Object.keys(ORIGIN) as (keyof typeof ORIGIN)[]);

/** Who did it, when and from where, as it is told wherever an event is read. */
export const toOrigin = (row: NamedLogRow): EventOrigin => ({
  ...origin.toRecord(row),
  authorLeft: row.author_left === true,
});
