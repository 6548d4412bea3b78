/** What a batch needs to know and leaves behind, beyond the records themselves. */
import { isEventId, type SyncAnswer } from '@wellpulse/contracts';
import type { AnsweredBefore, ReceivedEvent, SettledEvent, Verdict } from '@wellpulse/domain';
import { sql } from 'kysely';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { forgetSettled } from './waiting.queries.ts';
import { ANSWER_KEPT_DAYS, REFUSED_KEPT_BYTES, REFUSED_KEPT_DAYS } from './retention.ts';

export async function readSettled(
  db: TenantDb,
  receivedEvents: readonly ReceivedEvent[],
): Promise<Map<string, SettledEvent>> {
  const eventIds = receivedEvents.map(({ eventId }) => eventId).filter(isEventId);
  const rows = await db
    .selectFrom('device_events')
    .select(['event_id', 'content_hash', 'outcome'])
    .where('event_id', '=', sql<string>`any(${eventIds}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ event_id, content_hash, outcome }) => [
      event_id,
      { contentHash: content_hash.toString('hex'), outcome },
    ]),
  );
}

/** Those of the events that were taken here. Whoever sends a refused one again hears why. */
export async function knownEvents(db: TenantDb, eventIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('device_events')
    .select('event_id')
    .where('event_id', '=', sql<string>`any(${eventIds}::uuid[])`)
    .where(sql<string>`outcome ->> 'result'`, '<>', 'FAILED')
    .execute();
  return rows.map(({ event_id }) => event_id);
}

/** Keeps what became of each event, and those that were refused with all that they said. */
export async function saveVerdicts(
  db: TenantDb,
  receivedAt: string,
  verdicts: readonly Verdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  const rows = verdicts.map(({ received, outcome }) => {
    const isRefused = outcome.result === 'FAILED';
    return {
      event_id: received.eventId,
      content_hash: `\\x${received.contentHash}`,
      device_id: received.deviceId,
      device_sequence: received.deviceSequence,
      // Of what was taken, the log says this.
      user_id: isRefused ? received.userId : null,
      event_type: isRefused ? received.eventType : null,
      outcome,
      refused: isRefused ? received.text : null,
      received_at: receivedAt,
    };
  });
  await sql`
    insert into device_events (${sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)))})
    select ${sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)))}
    from json_populate_recordset(null::device_events, ${JSON.stringify(rows)}::json)`.execute(db);
  await forgetSettled(
    db,
    rows.map(({ event_id }) => event_id),
  );
  const deviceIds = rows.flatMap(({ refused, device_id }) => (refused === null ? [] : (device_id ?? [])));
  if (deviceIds.length > 0) await boundRefused(db, [...new Set(deviceIds)], receivedAt);
}

/** Forgets the contents of refused entries when they are old. Also forgets the oldest of those beyond a device's room. */
async function boundRefused(db: TenantDb, deviceIds: readonly string[], now: string): Promise<void> {
  await sql`
    update device_events set refused = null
    where refused is not null and received_at < ${now}::timestamptz - make_interval(days => ${REFUSED_KEPT_DAYS})`.execute(
    db,
  );
  await sql`
    update device_events set refused = '{}' where event_id in (
      select event_id from (
        select event_id, sum(octet_length(refused)) over (
          partition by device_id order by received_at desc, device_sequence desc) as bytes
        from device_events where device_id = any(${deviceIds}::uuid[]) and refused <> '{}') kept
      where bytes > ${REFUSED_KEPT_BYTES})`.execute(db);
}

/** The answer that this key was given before, and to which body. */
export async function readAnswered(
  db: TenantDb,
  userId: string,
  key: string,
): Promise<AnsweredBefore | undefined> {
  const row = await db
    .selectFrom('sync_batches')
    .select(['body_hash', 'answer'])
    .where('user_id', '=', userId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row === undefined ? undefined : { bodyHash: row.body_hash.toString('hex'), answer: row.answer };
}

export interface AnsweredBatch {
  readonly key: string;
  readonly userId: string;
  readonly deviceId: string | null;
  readonly bodyHash: string;
  readonly answer: SyncAnswer;
  readonly receivedAt: string;
  readonly clockSkewSeconds: number;
  readonly appVersion: string | undefined;
}

export async function saveAnswer(db: TenantDb, batch: AnsweredBatch): Promise<void> {
  await db
    .insertInto('sync_batches')
    .values({
      idempotency_key: batch.key,
      user_id: batch.userId,
      body_hash: Buffer.from(batch.bodyHash, 'hex'),
      answer: JSON.stringify(batch.answer) as unknown as SyncAnswer,
      received_at: batch.receivedAt,
    })
    .execute();
  await sql`delete from sync_batches where received_at < ${batch.receivedAt}::timestamptz
    - make_interval(days => ${ANSWER_KEPT_DAYS})`.execute(db);
}

/** When the device was last heard of, how its clock stood, and how much it carried that nobody had signed. */
export async function recordDevice(
  db: TenantDb,
  batch: Omit<AnsweredBatch, 'answer'>,
  unsignedEvents: number,
): Promise<void> {
  if (batch.deviceId === null) return;
  await db
    .updateTable('device_states')
    .set(({ eb }) => ({
      last_seen_at: batch.receivedAt,
      clock_skew_seconds: batch.clockSkewSeconds,
      unsigned_events: eb('unsigned_events', '+', unsignedEvents),
      ...(batch.appVersion === undefined ? {} : { app_version: batch.appVersion }),
    }))
    .where('device_id', '=', batch.deviceId)
    .execute();
}
