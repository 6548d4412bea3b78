/**
 * The batch that is being sent. It is written down first. After a crash or a lost answer the same body goes out once more
 * under the same key. This lasts for a minute at most, by the same clock: `sentAt` is part of the body, and the server sets
 * the times of its entries right by it (ADR 18).
 */
import { sentAtOf } from '@wellpulse/domain';
import type { SignedEvent } from '@wellpulse/contracts';
import { lookAtClock } from '../clock/stretches.ts';
import { offsetsForSending } from '../clock/offsets-for-sending.ts';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import { readSigned } from '../events/device-events.ts';
import { storedObject } from '../lib/stored-json.ts';
import { instantOf, newId } from '../ports/ids.ts';
import type { Clock } from '../ports/clock.ts';
import { chooseEvents } from './choose-events.ts';

const MOST_TRIES = 2;
const LONGEST_LIFE_MS = 60_000;

export interface BatchInFlight {
  readonly idempotencyKey: string;
  readonly sentAt: string;
  readonly events: readonly SignedEvent[];
  readonly isRepeated: boolean;
}

/** The batch to send now: the one that was under way, or else a new one of at most `most` events; null if none wait. */
export async function nextBatch(db: Db, clock: Clock, most: number): Promise<BatchInFlight | null> {
  return (await repeatBatch(db, clock)) ?? newBatch(db, clock, most);
}

export async function dropBatch(db: Db): Promise<void> {
  await db.deleteFrom('sync_attempt').execute();
}

async function repeatBatch(db: Db, clock: Clock): Promise<BatchInFlight | null> {
  const kept = await db.selectFrom('sync_attempt').selectAll().executeTakeFirst();
  if (kept === undefined) return null;
  const present = await lookAtClock(db, clock);
  const age = present.last_monotonic - kept.present_monotonic;
  const isSameClock = kept.present_stretch === present.id && age >= 0 && age <= LONGEST_LIFE_MS;
  const ids = storedObject(kept.event_ids) as string[];
  const rows = await db
    .selectFrom('event_log')
    .where('id', 'in', anyOf(ids))
    .where('status', '=', 'PENDING')
    .select(['event', 'signature'])
    .orderBy('position')
    .execute();
  const isSame = rows.length === ids.length;
  if (!isSame || kept.tries >= MOST_TRIES || !isSameClock) {
    await dropBatch(db);
    return null;
  }
  await db
    .updateTable('sync_attempt')
    .set({ tries: kept.tries + 1 })
    .execute();
  return {
    idempotencyKey: kept.idempotency_key,
    sentAt: kept.sent_at,
    events: rows.map(readSigned),
    isRepeated: true,
  };
}

async function newBatch(db: Db, clock: Clock, most: number): Promise<BatchInFlight | null> {
  const chosen = await chooseEvents(db, clock.now(), most);
  if (chosen.length === 0) return null;
  const idempotencyKey = newId(clock);
  const present = await lookAtClock(db, clock);
  const { now, offsetOf } = await offsetsForSending(db, present);
  const [first] = chosen;
  const offset = first === undefined ? now.offset : await offsetOf(first);
  const sentAt = instantOf(sentAtOf(now, offset));
  await db
    .insertInto('sync_attempt')
    .values({
      id: 1,
      idempotency_key: idempotencyKey,
      sent_at: sentAt,
      event_ids: JSON.stringify(chosen.map(({ id }) => id)),
      tries: 1,
      present_stretch: present.id,
      present_monotonic: present.last_monotonic,
      sent_offset: offset,
    })
    .execute();
  return { idempotencyKey, sentAt, events: chosen.map(readSigned), isRepeated: false };
}
