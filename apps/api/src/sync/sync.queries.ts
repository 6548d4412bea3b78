/** What a batch needs to know and leaves behind, beyond the records themselves. */
import { isEventId, type Role, type SyncAnswer } from '@wellpulse/contracts';
import type {
  AnsweredBefore,
  Author,
  ReceivedEvent,
  SettledEvent,
  SigningDevice,
  Verdict,
} from '@wellpulse/domain';
import { sql } from 'kysely';
import { recordDeviceUser } from '../devices/device.queries.ts';
import type { KeySeal } from '../devices/key-seal.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

/** The devices that signed, whether revoked or not. */
export async function readSigningDevices(
  db: TenantDb,
  seal: KeySeal,
  deviceIds: readonly string[],
): Promise<Map<string, SigningDevice>> {
  const rows = await db
    .selectFrom('devices')
    .innerJoin('device_states', 'device_states.device_id', 'devices.id')
    .select(['devices.id', 'platform', 'revoked_at', 'sealed_key'])
    .where('devices.id', '=', sql<string>`any(${deviceIds}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ id, platform, revoked_at, sealed_key }) => [
      id,
      { platform, key: revoked_at === null ? seal.open(sealed_key, id) : null },
    ]),
  );
}

/** Everybody who may have entered something, those who left since included: what they typed counts. */
export async function readAuthors(db: TenantDb, userIds: readonly string[]): Promise<Map<string, Author>> {
  const { rows } = await sql<{ id: string; role: Role; device_ids: string[] }>`
    select u.id, u.role, array(select d.device_id::text from device_users d where d.user_id = u.id) as device_ids
    from users u where u.id = any(${userIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, role, device_ids }) => [id, { role, deviceIds: new Set(device_ids) }]));
}

export async function readSettled(
  db: TenantDb,
  receivedEvents: readonly ReceivedEvent[],
): Promise<Map<string, SettledEvent>> {
  const eventIds = receivedEvents.map(({ eventId }) => eventId).filter(isEventId);
  const rows = await db
    .selectFrom('device_events')
    .select(['event_id', 'content_hash', 'outcome'])
    .where('is_settled', '=', true)
    .where('event_id', '=', sql<string>`any(${eventIds}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ event_id, content_hash, outcome }) => [
      event_id,
      { contentHash: content_hash.toString('hex'), outcome },
    ]),
  );
}

/**
 * Keeps what became of each event, and those that were refused with all that they said. What settled nothing, such as a
 * wrong signature, gives way to what does: the signature is no part of the content.
 */
export async function saveVerdicts(
  db: TenantDb,
  receivedAt: string,
  verdicts: readonly Verdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  const rows = verdicts.map(({ received, outcome }) => ({
    event_id: received.eventId,
    content_hash: `\\x${received.contentHash}`,
    is_settled: received.isTrusted,
    device_id: received.deviceId,
    device_sequence: received.deviceSequence,
    user_id: received.userId,
    event_type: received.eventType,
    outcome,
    refused: outcome.result === 'FAILED' ? received.text : null,
    received_at: receivedAt,
  }));
  await sql`
    insert into device_events
    select * from json_populate_recordset(null::device_events, ${JSON.stringify(rows)}::json)
    on conflict (event_id, content_hash) do update set
      is_settled = excluded.is_settled, device_id = excluded.device_id,
      device_sequence = excluded.device_sequence, user_id = excluded.user_id,
      event_type = excluded.event_type, outcome = excluded.outcome,
      refused = excluded.refused, received_at = excluded.received_at
    where not device_events.is_settled`.execute(db);
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
  readonly deviceId: string;
  readonly bodyHash: string;
  readonly answer: SyncAnswer;
  readonly receivedAt: string;
  readonly clockSkewSeconds: number;
  readonly appVersion: string | undefined;
}

/** How long a key is remembered; a device that comes back later gets its outcomes by event id all the same. */
const KEPT_DAYS = 7;

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
    - make_interval(days => ${KEPT_DAYS})`.execute(db);
}

/** When the device was last heard of, by whom, and how its clock stood. */
export async function recordDevice(db: TenantDb, batch: Omit<AnsweredBatch, 'answer'>): Promise<void> {
  await db
    .updateTable('device_states')
    .set({
      last_seen_at: batch.receivedAt,
      clock_skew_seconds: batch.clockSkewSeconds,
      ...(batch.appVersion === undefined ? {} : { app_version: batch.appVersion }),
    })
    .where('device_id', '=', batch.deviceId)
    .execute();
  await recordDeviceUser(db, batch.deviceId, batch.userId, batch.receivedAt);
}
