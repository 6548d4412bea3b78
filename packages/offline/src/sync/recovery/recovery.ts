/**
 * What a device does when the server was put back to an older state (docs/sync-protocol.md, "Lineage"; ADR 44). It brings again
 * what the server had taken and lost, as it was signed, and then pulls everything anew. Each step may break off and be done once
 * more.
 */
import {
  deviceEndpoints,
  MAX_NUMBERS_ASKED,
  syncEndpoints,
  type EndpointDefinition,
} from '@wellpulse/contracts';
import { sql } from 'kysely';
import { anyOf } from '../../database/any-of.ts';
import type { DeviceDatabase } from '../../database/device-database.ts';
import type { Db } from '../../database/kysely-on.ts';
import { reproject } from '../../local-projection/reproject.ts';
import { beginPullAnew } from '../../mirror/pull-anew.ts';
import { dropBatch } from '../../outbox/batch-in-flight.ts';
import type { Clock } from '../../ports/clock.ts';
import { instantOf } from '../../ports/ids.ts';
import type { StepResult } from '../../protocol/sync-step.ts';
import { requireDevice } from '../../session/device-store.ts';
import { isLogReplaced, keepRecovered, setLogReplaced } from '../../session/log-mark.ts';
import { dropForgotten, forgottenRefusals, keepForgotten } from './forgotten-refusals.ts';
import { watchForLost } from './lost-records.ts';
import { keepReport } from './recovery-report.ts';
import { projectionContext } from '../../session/projection-context.ts';
import type { Authorised, SessionTokens } from '../../session/session-tokens.ts';
import { stepResultOf } from '../../session/step-result-of.ts';

const TIMEOUT_MS = 60_000;
interface RecoveryParts {
  readonly database: DeviceDatabase;
  readonly tokens: SessionTokens;
  readonly clock: Clock;
  /** Called when entries wait to be sent again. */
  readonly onRecovered: () => void;
}

export class Recovery {
  readonly #parts: RecoveryParts;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  /** Null if there is nothing to recover from any more. */
  async run(): Promise<StepResult | null> {
    const { database, clock, onRecovered } = this.#parts;
    if (!(await database.read(isLogReplaced))) return null;
    const compared = await this.#compare();
    if (!compared.ok) return stepResultOf(compared.failure);
    const { lost, takenAfterAll } = compared.value;
    const taken = lost.filter((event) => !isRefused(event));
    const closed = await this.#close(lost.filter(isRefused));
    if (!closed.ok) return stepResultOf(closed.failure);
    await database.write(async (db) => {
      await sendAgain(db, [...taken, ...takenAfterAll]);
      await keepForgotten(db, clock, lost.filter(isRefusedAsItIs));
      await dropBatch(db);
      await beginPullAnew(db);
      await watchForLost(db, clock);
      await setLogReplaced(db, false);
      await keepRecovered(db, { at: instantOf(clock.now()), events: taken.length });
      await keepReport(db, { kind: 'SERVER', events: taken.length });
    });
    onRecovered();
    return null;
  }

  /**
   * A file may take to another device what was refused before the restore. The server has forgotten the refusal, and may take it from
   * there. So this device asks again after each pull, for as long as entries of before may still come. A failure asks with the next one.
   * `serverTime` is the pull's, RFC 3339.
   */
  async askForRefused(serverTime: string): Promise<void> {
    const { database, onRecovered } = this.#parts;
    const refused = await database.read(async (db) => refusedOf(db, await forgottenRefusals(db, serverTime)));
    if (refused.length === 0) return;
    const known = await this.#known(refused);
    const takenAfterAll = known.ok ? refused.filter(({ id }) => known.value.has(id)) : [];
    if (takenAfterAll.length === 0) return;
    await database.write(async (db) => {
      await sendAgain(db, takenAfterAll);
      // Each is asked for until it is sent again: it may be refused once more.
      await dropForgotten(db, takenAfterAll);
    });
    onRecovered();
  }

  /** Asks of each settled event that this device holds in whole whether the server has taken it. */
  async #compare(): Promise<Authorised<Compared>> {
    const lost: SettledEvent[] = [];
    const takenAfterAll: SettledEvent[] = [];
    for (let after = 0; ;) {
      const page = await this.#parts.database.read((db) => settledAfter(db, after));
      const last = page.at(-1);
      if (last === undefined) return { ok: true, value: { lost, takenAfterAll } };
      const asked = await this.#known(page);
      if (!asked.ok) return asked;
      const known = asked.value;
      lost.push(...page.filter(({ id }) => !known.has(id)));
      takenAfterAll.push(...page.filter((event) => known.has(event.id) && isRefusedAsItIs(event)));
      after = last.position;
    }
  }

  /** Which of the events the server has taken. */
  async #known(events: readonly SettledEvent[]): Promise<Authorised<ReadonlySet<string>>> {
    const asked = await this.#ask(syncEndpoints.known, { body: { eventIds: events.map(({ id }) => id) } });
    if (!asked.ok) return asked;
    return { ok: true, value: new Set((asked.value as { settled: readonly string[] }).settled) };
  }

  /** What was refused or skipped is not sent again: its numbers are no holes. */
  async #close(events: readonly SettledEvent[]): Promise<Authorised<null>> {
    const { device_id: deviceId } = await this.#parts.database.read(requireDevice);
    const numbers = events.flatMap((event) => (event.device_id === deviceId ? [event.device_sequence] : []));
    for (let start = 0; start < numbers.length; start += MAX_NUMBERS_ASKED) {
      const asked = await this.#ask(deviceEndpoints.numbers, {
        params: { deviceId },
        body: { eventIds: [], closed: numbers.slice(start, start + MAX_NUMBERS_ASKED) },
      });
      if (!asked.ok) return asked;
    }
    return { ok: true, value: null };
  }

  #ask(endpoint: EndpointDefinition, request: object): Promise<Authorised<unknown>> {
    return this.#parts.tokens.requestAnswer(endpoint, request, { timeoutMs: TIMEOUT_MS });
  }
}

interface SettledEvent {
  readonly position: number;
  readonly id: string;
  readonly device_id: string;
  readonly device_sequence: number;
  readonly status: string;
  /** How it was refused. */
  readonly code: string | null;
}

interface Compared {
  /** The server does not know them any more. */
  readonly lost: readonly SettledEvent[];
  /**
   * Refused here, and taken there: the server refused them after one restore, and the next one brought back a state from before it. Sent
   * again, they get the outcome that the server keeps. Their photos follow.
   */
  readonly takenAfterAll: readonly SettledEvent[];
}

const isRefused = ({ status }: SettledEvent): boolean => status === 'FAILED' || status === 'SKIPPED';

/** Of a reused id the server has taken another entry. */
const isRefusedAsItIs = (event: SettledEvent): boolean =>
  isRefused(event) && event.code !== 'EVENT_ID_REUSED';

const settledAfter = (db: Db, position: number): Promise<SettledEvent[]> =>
  settled(db).where('position', '>', position).orderBy('position').limit(MAX_NUMBERS_ASKED).execute();

const settled = (db: Db) =>
  db
    .selectFrom('event_log')
    .where('status', '<>', 'PENDING')
    .select(['position', 'id', 'device_id', 'device_sequence', 'status'])
    .select(sql<string | null>`outcome ->> 'code'`.as('code'));

/** At most as many as may be asked for at once. */
async function refusedOf(db: Db, ids: readonly string[]): Promise<SettledEvent[]> {
  const events = await settled(db).where('id', 'in', anyOf(ids)).limit(MAX_NUMBERS_ASKED).execute();
  return events.filter(isRefusedAsItIs);
}

/** Text, number, place and signature stay as they were: what was entered first is sent first. */
async function sendAgain(db: Db, events: readonly SettledEvent[]): Promise<void> {
  const ids = anyOf(events.map(({ id }) => id));
  const again = await db
    .updateTable('event_log')
    .set({ status: 'PENDING', settled_at: null, outcome: null, skip_reason: null, mirror_state: 'NOT_YET' })
    .where('id', 'in', ids)
    .returning(['id', 'record_key'])
    .execute();
  for (const { id } of again) {
    await db
      .insertInto('sync_queue')
      .values({ event_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await db
    .updateTable('photos')
    .set({ state: 'WAITING', needs_person: 0, next_retry_at: 0 })
    .where('event_id', 'in', ids)
    .execute();
  await reproject(
    db,
    await projectionContext(db),
    again.map(({ record_key: key }) => key),
  );
}
