/** Writes down what became of a batch, in one transaction with the end of the attempt. */
import { troubleOf, writeTrouble, type Trouble } from '@wellpulse/domain';
import { sql } from 'kysely';
import { serverNow } from '../../clock/server-now.ts';
import { anyOf } from '../../database/any-of.ts';
import type { Db } from '../../database/kysely-on.ts';
import { reproject, type ProjectionContext } from '../../local-projection/reproject.ts';
import { instantOf } from '../../ports/ids.ts';
import { requireDevice } from '../../session/device-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PersonKeys } from '../../ports/person-keys.ts';
import { signAnew } from '../../sign-in/sign-anew.ts';
import { dropBatch } from '../../outbox/batch-in-flight.ts';
import { waitAfter, waitFrom } from '../../outbox/item-retries.ts';
import { backoff } from '../../protocol/backoff.ts';
import type { Outcomes } from './read-answer.ts';

type Settled = {
  readonly id: string;
  readonly status: 'SYNCED' | 'CONFLICT' | 'FAILED';
  readonly outcome: string | null;
};

interface SettleParts {
  readonly clock: Clock;
  readonly keys: PersonKeys;
  readonly context: ProjectionContext;
}

/**
 * An own event whose signature was refused waits for its author: the key is wrong, and not what was entered (ADR 38). All
 * others go on.
 */
export async function settle(
  db: Db,
  { clock, keys, context }: SettleParts,
  { synced, conflicts, failed }: Outcomes,
): Promise<void> {
  const unsigned = await ownOf(
    db,
    failed.filter(({ code }) => code === 'SIGNATURE_INVALID'),
  );
  const settled: Settled[] = [
    ...synced.map((id) => ({ id, status: 'SYNCED' as const, outcome: null })),
    ...conflicts.map((conflict) => ({
      id: conflict.eventId,
      status: 'CONFLICT' as const,
      outcome: JSON.stringify(conflict),
    })),
    ...failed
      .filter(({ eventId, retryable }) => !retryable && !unsigned.has(eventId))
      .map((failure) => ({
        id: failure.eventId,
        status: 'FAILED' as const,
        outcome: JSON.stringify(failure),
      })),
  ];
  await markSettled(db, settled, instantOf((await serverNow(db, clock)) ?? clock.now()));
  for (const { eventId, code, reason } of failed.filter(({ retryable }) => retryable)) {
    const wait = await waitAfter(db, { eventId, code });
    await postpone(db, clock, eventId, { code, detail: reason }, wait === null ? backoff : () => wait);
  }
  await waitForAuthors(db, unsigned, keys);
  await dropBatch(db);
  await reproject(
    db,
    context,
    await recordsOf(
      db,
      settled.filter(({ status }) => status === 'FAILED'),
    ),
  );
}

/** Those that were made on this device, with their authors. */
async function ownOf(
  db: Db,
  failures: readonly { readonly eventId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const { device_id: deviceId } = await requireDevice(db);
  const own = await db
    .selectFrom('event_log')
    .where('id', 'in', anyOf(failures.map(({ eventId }) => eventId)))
    .where('device_id', '=', deviceId)
    .select(['id', 'user_id'])
    .execute();
  return new Map(own.map(({ id, user_id }) => [id, user_id]));
}

async function markSettled(db: Db, settled: readonly Settled[], at: string): Promise<void> {
  const list = JSON.stringify(settled);
  await sql`
    update event_log set status = answer.value ->> 'status', outcome = answer.value ->> 'outcome', settled_at = ${at},
      sent_offset = (select sent_offset from sync_attempt)
    from json_each(${list}) as answer
    where event_log.id = answer.value ->> 'id' and event_log.status = 'PENDING'`.execute(db);
  await sql`delete from sync_queue where event_id in (select value ->> 'id' from json_each(${list}))`.execute(
    db,
  );
}

/** An author who has another key since the event was signed signs it anew; the others have to sign in. */
async function waitForAuthors(db: Db, authors: ReadonlyMap<string, string>, keys: PersonKeys): Promise<void> {
  await db
    .updateTable('sync_queue')
    .set({ waits_for_author: 1, last_error: writeTrouble(troubleOf('AWAITS_SIGN_IN')) })
    .where('event_id', 'in', anyOf([...authors.keys()]))
    .execute();
  for (const userId of new Set(authors.values())) await signAnew(db, userId, keys);
}

/** The event stays in the queue, and is sent again after a while. */
export async function postpone(
  db: Db,
  clock: Clock,
  eventId: string,
  trouble: Trouble,
  wait: (clock: Clock, failures: number) => number = backoff,
): Promise<void> {
  const queued = await db
    .selectFrom('sync_queue')
    .where('event_id', '=', eventId)
    .select('retry_count')
    .executeTakeFirst();
  const retries = (queued?.retry_count ?? 0) + 1;
  await db
    .updateTable('sync_queue')
    .set({
      retry_count: retries,
      last_error: writeTrouble(trouble),
      ...waitFrom(clock.now(), wait(clock, retries)),
    })
    .where('event_id', '=', eventId)
    .execute();
}

async function recordsOf(db: Db, events: readonly { readonly id: string }[]): Promise<string[]> {
  if (events.length === 0) return [];
  const { rows } = await sql<{ record_key: string }>`
    select distinct record_key from event_log
    where id in (select value ->> 'id' from json_each(${JSON.stringify(events)}))`.execute(db);
  return rows.map(({ record_key: key }) => key);
}
