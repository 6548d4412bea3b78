/** Which events go into the next batch. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import { isWaiting } from './item-retries.ts';

export const MOST_BATCH_BYTES = 1024 * 1024;

/** The signature with its name, and the comma. */
const ENVELOPE_BYTES = 80;

export interface ChosenEvent {
  readonly id: string;
  readonly event: string;
  readonly signature: string;
  readonly device_id: string;
  readonly stretch_id: string | null;
}

/**
 * Pending events in the order in which they were entered. None comes while an earlier one of the same device on the same
 * record. Those of records with an event that failed before go last, in batches of their own: they hold up no other. All are of
 * one stretch of a clock.
 */
export async function chooseEvents(db: Db, now: number, most: number): Promise<ChosenEvent[]> {
  const isHeld = (queue: string) =>
    sql<boolean>`(${sql.ref(`${queue}.waits_for_author`)} = 1 or ${isWaiting(queue, now)})`;
  const failedBefore = db
    .selectFrom('event_log as tried')
    .innerJoin('sync_queue as tries', 'tries.event_id', 'tried.id')
    .where('tries.retry_count', '>', 0)
    .select('tried.record_key');
  const rows = await db
    .selectFrom('event_log as log')
    .innerJoin('sync_queue as queue', 'queue.event_id', 'log.id')
    .where('log.status', '=', 'PENDING')
    .where(sql<boolean>`not (${isHeld('queue')})`)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('event_log as before')
            .innerJoin('sync_queue as waits', 'waits.event_id', 'before.id')
            .whereRef('before.record_key', '=', 'log.record_key')
            .whereRef('before.device_id', '=', 'log.device_id')
            .whereRef('before.position', '<', 'log.position')
            .where('before.status', '=', 'PENDING')
            .where(isHeld('waits'))
            .select('before.id'),
        ),
      ),
    )
    .select(['log.id', 'log.event', 'log.signature', 'log.device_id', 'log.stretch_id'])
    .select((columns) => columns('log.record_key', 'in', failedBefore).as('isSuspect'))
    .orderBy('isSuspect')
    .orderBy('log.position')
    .limit(most)
    .execute();
  return withinBytes(ofOneStretch(rows.filter(({ isSuspect }) => isSuspect === rows[0]?.isSuspect)));
}

/** A batch has one `sentAt`. What comes after another stretch waits, so that order is kept. */
function ofOneStretch(events: readonly ChosenEvent[]): readonly ChosenEvent[] {
  const end = events.findIndex(({ stretch_id: id }) => id !== events[0]?.stretch_id);
  return end < 0 ? events : events.slice(0, end);
}

/** At least one, however large. */
function withinBytes(events: readonly ChosenEvent[]): ChosenEvent[] {
  let bytes = 0;
  const chosen: ChosenEvent[] = [];
  for (const event of events) {
    bytes += utf8ToBytes(event.event).length + ENVELOPE_BYTES;
    if (chosen.length > 0 && bytes > MOST_BATCH_BYTES) break;
    chosen.push(event);
  }
  return chosen;
}
