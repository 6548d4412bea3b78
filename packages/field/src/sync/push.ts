/** Push: pending events, batch after batch, until none is left or something is in the way. */
import { syncEndpoints } from '@wellpulse/contracts';
import type { FieldDatabase } from '../database/field-database.ts';
import { foldContext } from '../fold/fold-context.ts';
import type { Clock } from '../ports/clock.ts';
import { requireDevice } from '../session/device-store.ts';
import { explain, isTooLarge, isUncertain, type Failure } from './ask.ts';
import { dropAttempt, nextAttempt, type Attempt } from './attempt.ts';
import { giveUp } from './give-up.ts';
import { LONGEST_HOLD_MS } from './hold.ts';
import { DONE, type LaneResult } from './lane.ts';
import { readAnswer, type Outcomes } from './read-answer.ts';
import type { SessionTokens, SyncFailureKind } from './session-tokens.ts';
import { settle } from './settle.ts';

export const MOST_EVENTS = 500;
const TIMEOUT_MS = 60_000;

interface PushParts {
  readonly database: FieldDatabase;
  readonly tokens: SessionTokens;
  readonly clock: Clock;
  readonly appVersion?: string | undefined;
}

export class Push {
  readonly #parts: PushParts;
  /** How many events go into a batch: fewer on a bad link, more again as it holds. */
  #size = MOST_EVENTS;

  constructor(parts: PushParts) {
    this.#parts = parts;
  }

  async run(): Promise<LaneResult> {
    const { database, clock } = this.#parts;
    for (;;) {
      const attempt = await database.write((db) => nextAttempt(db, clock, this.#size));
      if (attempt === null) return DONE;
      const sent = await this.#send(attempt);
      if (sent.ok) {
        this.#size = Math.min(MOST_EVENTS, this.#size * 2);
        await database.write(async (db) => settle(db, clock, await foldContext(db), sent.outcomes));
      } else {
        const result = await this.#fail(attempt, sent.failure);
        if (result !== null) return result;
      }
    }
  }

  async #send(
    attempt: Attempt,
  ): Promise<{ ok: true; outcomes: Outcomes } | { ok: false; failure: SyncFailureKind }> {
    const { database, tokens, appVersion } = this.#parts;
    const device = await database.read(requireDevice);
    const body = {
      deviceId: device.device_id,
      sentAt: attempt.sentAt,
      ...(appVersion === undefined ? {} : { appVersion }),
      events: [...attempt.events],
    };
    const asked = await tokens.ask(
      syncEndpoints.batch,
      { body },
      { idempotencyKey: attempt.idempotencyKey, timeoutMs: TIMEOUT_MS },
    );
    if (!asked.ok) return asked;
    const outcomes = readAnswer(
      attempt.events.map(({ id }) => id),
      asked.value,
    );
    return outcomes === null
      ? { ok: false, failure: { kind: 'UNREADABLE', status: 200 } }
      : { ok: true, outcomes };
  }

  /** Null if it makes sense to go on at once, with other batches. */
  async #fail(attempt: Attempt, failure: SyncFailureKind): Promise<LaneResult | null> {
    const { database } = this.#parts;
    if (failure.kind === 'NEEDS_SIGN_IN') {
      await database.write(dropAttempt);
      return giveUp(failure);
    }
    if (isUncertain(failure)) {
      // The answer may have been lost on the way: the same batch once more, and smaller ones after it.
      this.#halve(attempt);
      if (attempt.isRepeated) await database.write(dropAttempt);
      return giveUp(failure);
    }
    await database.write(dropAttempt);
    return this.#refused(attempt, failure);
  }

  async #refused(attempt: Attempt, failure: Failure): Promise<LaneResult | null> {
    const status = 'status' in failure ? failure.status : 0;
    // The key was used for another body, long ago or by mistake; the next attempt has a new one.
    if (status === 422 && attempt.isRepeated) return null;
    if (status !== 400 && !isTooLarge(failure)) return giveUp(failure);
    const [only, ...others] = attempt.events;
    if (others.length > 0) this.#halve(attempt);
    else if (only !== undefined) await this.#hold(only.id, explain(failure));
    return null;
  }

  #halve(attempt: Attempt): void {
    this.#size = Math.max(1, Math.floor(attempt.events.length / 2));
  }

  /** The server would not even look at a batch with this event alone: it waits, and the others go on. */
  async #hold(eventId: string, message: string): Promise<void> {
    const { database, clock } = this.#parts;
    await database.write((db) =>
      db
        .updateTable('sync_queue')
        .set(({ eb }) => ({
          retry_count: eb('retry_count', '+', 1),
          last_error: message,
          next_retry_at: clock.now() + LONGEST_HOLD_MS,
        }))
        .where('event_id', '=', eventId)
        .execute(),
    );
  }
}
