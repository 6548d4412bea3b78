/** Push: pending events, batch after batch, until none is left or something is in the way. */
import { readTrouble, troubleOf, type Trouble } from '@wellpulse/domain';
import type { DeviceDatabase } from '../../database/device-database.ts';
import type { Db } from '../../database/kysely-on.ts';
import { projectionContext } from '../../session/projection-context.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PersonKeys } from '../../ports/person-keys.ts';
import { findDevice, requireDevice } from '../../session/device-store.ts';
import { isTooLarge, isUncertain, troubleOfFailure, type Failure } from '../../protocol/request-answer.ts';
import { dropBatch, nextBatch, type BatchInFlight } from '../../outbox/batch-in-flight.ts';
import { backoff } from '../../protocol/backoff.ts';
import { askTime } from './ask-time.ts';
import { checkSequences } from '../recovery/check-sequences.ts';
import { reachesServer } from './reaches-server.ts';
import type { Recovery } from '../recovery/recovery.ts';
import { stepResultOf } from '../../session/step-result-of.ts';
import { REFUSED_WAIT_MS } from '../../outbox/item-retries.ts';
import { DONE, type StepResult } from '../../protocol/sync-step.ts';
import { tolerantEndpoints } from '../../protocol/tolerant-reader.ts';
import { readAnswer, type Outcomes } from './read-answer.ts';
import type { SessionTokens, SyncFailureKind } from '../../session/session-tokens.ts';
import { postpone, settle } from './settle.ts';

export const MOST_EVENTS = 500;
/** Of silence. */
const TIMEOUT_MS = 30_000;
/** After this many events in a row that failed alone, the server is at fault, not the events (ADR 24). */
const MOST_STRIKES = 3;
/** An event that the link swallows waits alone after so many tries (ADR 47). */
const TRIES_ALONE = 2;

interface PushParts {
  readonly database: DeviceDatabase;
  readonly tokens: SessionTokens;
  readonly clock: Clock;
  readonly keys: PersonKeys;
  readonly recovery: Recovery;
  readonly appVersion?: string | undefined;
}

export class Push {
  readonly #parts: PushParts;
  /** How many events go into a batch: fewer on a bad link, more again as it holds. */
  #size = MOST_EVENTS;
  #strikes = 0;
  /** The event that went alone last and got no answer, and how often. */
  #silent = { eventId: '', tries: 0 };

  constructor(parts: PushParts) {
    this.#parts = parts;
  }

  async run(): Promise<StepResult> {
    const { database, tokens, clock, keys, recovery } = this.#parts;
    this.#strikes = 0;
    if ((await database.read(findDevice)) === undefined) return DONE;
    const recovering = await recovery.run();
    if (recovering !== null) return recovering;
    const isInTheWay = await checkSequences({ database, tokens, keys, recovery });
    if (isInTheWay !== null) return isInTheWay;
    const isUnknown = await askTime(database, tokens, clock);
    if (isUnknown !== null) return isUnknown;
    for (;;) {
      const batch = await database.write((db) => nextBatch(db, clock, this.#size));
      if (batch === null) return database.read(doneOrHeld);
      const sent = await this.#send(batch);
      if (sent.ok) {
        this.#strikes = 0;
        this.#size = Math.min(MOST_EVENTS, this.#size * 2);
        await database.write(async (db) =>
          settle(db, { clock, keys, context: await projectionContext(db) }, sent.outcomes),
        );
      } else {
        const result = await this.#fail(batch, sent.failure);
        if (result !== null) return result;
      }
    }
  }

  async #send(
    batch: BatchInFlight,
  ): Promise<{ ok: true; outcomes: Outcomes } | { ok: false; failure: SyncFailureKind }> {
    const { database, tokens, appVersion } = this.#parts;
    const device = await database.read(requireDevice);
    const body = {
      deviceId: device.device_id,
      sentAt: batch.sentAt,
      ...(appVersion === undefined ? {} : { appVersion }),
      events: [...batch.events],
    };
    const answered = await tokens.requestAnswer(
      tolerantEndpoints.batch,
      { body },
      { idempotencyKey: batch.idempotencyKey, timeoutMs: TIMEOUT_MS },
    );
    if (!answered.ok) return answered;
    const outcomes = readAnswer(
      batch.events.map(({ id }) => id),
      answered.value,
    );
    return outcomes === null
      ? { ok: false, failure: { kind: 'UNREADABLE', status: 200 } }
      : { ok: true, outcomes };
  }

  /** Null if it makes sense to go on at once, with other batches. */
  async #fail(batch: BatchInFlight, failure: SyncFailureKind): Promise<StepResult | null> {
    const { database } = this.#parts;
    if (failure.kind === 'NEEDS_SIGN_IN') {
      await database.write(dropBatch);
      return stepResultOf(failure);
    }
    if (failure.kind === 'REFUSED' && failure.code === 'LOG_REPLACED') return this.#parts.recovery.run();
    const [only, ...others] = batch.events;
    const isAlone = others.length === 0 && only !== undefined;
    if (isAlone && isAnswered(failure)) return this.#failedAlone(only.id, failure);
    if (isSilence(failure) && (await reachesServer(database, this.#parts.tokens))) {
      return this.#swallowed(batch, isAlone ? only.id : null);
    }
    if (isUncertain(failure)) {
      // The answer may have been lost on the way: the same batch once more, and smaller ones after it. What was answered
      // may be the fault of these events: others go first then.
      this.#halve(batch);
      if (batch.isRepeated || isAnswered(failure)) await database.write(dropBatch);
      return stepResultOf(failure);
    }
    await database.write(dropBatch);
    // The key was used for another body, long ago or by mistake; the next batch has a new one.
    if (statusOf(failure) === 422 && batch.isRepeated) return null;
    if (statusOf(failure) !== 400 && !isTooLarge(failure)) return stepResultOf(failure);
    this.#halve(batch);
    return null;
  }

  /** The link is there, and lets this batch not pass: smaller ones may, and in the end all but the event that is the reason. */
  async #swallowed(batch: BatchInFlight, eventId: string | null): Promise<StepResult | null> {
    this.#halve(batch);
    // Its answer may have been lost on the way: the same batch once more, and smaller ones after it.
    if (batch.isRepeated) await this.#parts.database.write(dropBatch);
    if (eventId === null) return null;
    const tries = this.#silent.eventId === eventId ? this.#silent.tries + 1 : 1;
    this.#silent = { eventId, tries };
    if (tries < TRIES_ALONE) return null;
    this.#silent = { eventId: '', tries: 0 };
    return this.#waitAlone(eventId, troubleOf('ENTRY_SWALLOWED'), backoff, LETS_NO_ENTRIES_PASS);
  }

  #halve(batch: BatchInFlight): void {
    this.#size = Math.max(1, Math.floor(batch.events.length / 2));
  }

  /**
   * The server would not look at this event, or broke down over it: it waits, and the others go on. When one after the
   * other fails like that, it isn't their fault.
   */
  #failedAlone(eventId: string, failure: Failure): Promise<StepResult | null> {
    const isRefused = failure.kind === 'REFUSED' && failure.status < 500;
    return isRefused
      ? this.#waitAlone(eventId, troubleOfFailure(failure), () => REFUSED_WAIT_MS, null)
      : this.#waitAlone(eventId, troubleOfFailure(failure), backoff, stepResultOf(failure));
  }

  /** `afterAll` is the result once so many events in a row waited alone; null if it is their own fault, however many. */
  async #waitAlone(
    eventId: string,
    why: Trouble,
    wait: (clock: Clock, failures: number) => number,
    afterAll: StepResult | null,
  ): Promise<StepResult | null> {
    const { database, clock } = this.#parts;
    await database.write(async (db) => {
      await dropBatch(db);
      await postpone(db, clock, eventId, why, wait);
    });
    if (afterAll === null) return null;
    this.#strikes += 1;
    return this.#strikes < MOST_STRIKES ? null : afterAll;
  }
}

const LETS_NO_ENTRIES_PASS: StepResult = {
  kind: 'LATER',
  trouble: troubleOf('LINK_LETS_NO_ENTRIES'),
  retryAfterSeconds: null,
  isOffline: false,
};

const isSilence = ({ kind }: Failure): boolean => kind === 'NO_ANSWER' || kind === 'TIMEOUT';

const statusOf = (failure: Failure): number => ('status' in failure ? failure.status : 0);

/** Whether this may be about what was sent, and not about who sent it or when. */
const isAnswered = (failure: Failure): boolean =>
  failure.kind === 'UNREADABLE' ||
  (failure.kind === 'REFUSED' && ([400, 413].includes(failure.status) || isUncertain(failure)));

/** What is still pending failed before, and waits for its turn. */
async function doneOrHeld(db: Db): Promise<StepResult> {
  const held = await db
    .selectFrom('event_log')
    .innerJoin('sync_queue', 'sync_queue.event_id', 'event_log.id')
    .where('event_log.status', '=', 'PENDING')
    .orderBy('sync_queue.retry_count', 'desc')
    .select('sync_queue.last_error')
    .executeTakeFirst();
  return held === undefined
    ? DONE
    : { kind: 'HELD', trouble: readTrouble(held.last_error ?? 'ENTRIES_WAIT') };
}
