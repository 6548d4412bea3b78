/**
 * The one write path. REST, import, sync and the command-line tool hand their intents in here; each becomes an
 * event that the rules decide on, in memory, and what they accept is written in one transaction: log, rows,
 * notification. The transaction holds the tenant's lock, so the log's order is the commit order, everybody sees
 * the newest state, and nothing slow may happen in it.
 */
import { Inject, Injectable } from '@nestjs/common';
import { EVENTS, type EventPayload, type EventSource, type EventType } from '@wellpulse/contracts';
import {
  applyEvent,
  type Acceptance,
  type Actor,
  type Decision,
  type DomainEvent,
  Workset,
} from '@wellpulse/domain';
import { sql, type Transaction } from 'kysely';
import pg from 'pg';
import { v7 as uuidV7 } from 'uuid';
import { CLOCK, type Clock } from '../config/clock.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import type { TenantDatabase } from '../tenant-databases/tenant-databases.ts';
import { appendToLog, readHead, type LoggedEvent, type LogHead } from './event-log.ts';
import { loadWorkset } from './load-workset.ts';
import { notifyOfChange } from './notify.ts';
import { saveWorkset } from './save-workset.ts';

export type Db = Transaction<TenantSchema>;

interface IntentOf<Type extends EventType> {
  readonly eventType: Type;
  readonly aggregateId: string;
  /** The version that the caller read; null where they don't claim one. */
  readonly baseVersion: number | null;
  readonly payload: EventPayload<Type>;
  /** Set for what has happened already, on a device. */
  readonly stamp?: Stamp;
}

/** An event that a device has saved: who, when and where are what they were there. */
export interface Stamp {
  readonly id: string;
  readonly deviceId: string;
  readonly occurredAt: string;
  readonly actor: Actor;
  readonly source: EventSource;
  /** Events of one record keep their order: where one could not be judged, the next ones wait for it. */
  readonly recordKey: string;
}

/** What somebody wants to happen. It becomes an event once it is accepted. */
export type Intent = { [Type in EventType]: IntentOf<Type> }[EventType];

/** Intents that depend on what is there: planned under the tenant's lock, so that nobody changes it in between. */
export type Plan = readonly Intent[] | ((db: Db) => Promise<readonly Intent[]>);

export interface Origin {
  readonly actor: Actor;
  readonly source: EventSource;
}

export type WriteMode = 'ATOMIC' | 'EACH' | 'REHEARSE';

export interface WriteOptions {
  /** All or nothing (the default), each intent for itself, or only decide and write nothing. */
  readonly mode?: WriteMode;
  /** Further writes of the same transaction that are not projections, such as a password's hash. */
  readonly alongside?: (db: Db, decisions: WriteResult['decisions']) => Promise<void>;
}

/**
 * An intent whose values can't be written, the database's own limits being the last line of defence, or one at which a
 * rule itself failed.
 */
export interface Mishap {
  readonly ok: false;
  readonly code: 'REFUSED_BY_DATABASE' | 'RULE_FAILED';
}

export interface WriteResult {
  /** One for each intent, in their order. */
  readonly decisions: readonly (Decision | Mishap)[];
  /** The records that the intents touched, as they are now; where the database refused one, not all of them. */
  readonly workset: Workset;
}

const LOCK = 'wellpulse-writer';

@Injectable()
export class TenantWriter {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Applies the intents. In `ATOMIC` mode one refusal means that nothing is written. In `EACH` mode the others
   * are, and if the database itself refuses the batch, each intent is tried alone so that only the culprit fails.
   * `REHEARSE` decides without waiting for the tenant's lock.
   */
  async write(
    database: TenantDatabase,
    origin: Origin,
    plan: Plan,
    options: WriteOptions = {},
  ): Promise<WriteResult> {
    const mode = options.mode ?? 'ATOMIC';
    try {
      return await database.db
        .transaction()
        .execute((db) => this.writeIn(db, origin, plan, { ...options, mode }));
    } catch (error) {
      if (error instanceof RefusedBatch) return error.result;
      if (mode !== 'EACH' || mishapOf(error) === null) throw error;
      return this.#writeOneByOne(database, origin, plan, options);
    }
  }

  /** The same inside a transaction of the caller's. In `ATOMIC` mode a refusal throws, to roll it back. */
  async writeIn(db: Db, origin: Origin, plan: Plan, options: WriteOptions): Promise<WriteResult> {
    if (options.mode !== 'REHEARSE') await lockTenant(db);
    const head = await readHead(db);
    const intents = typeof plan === 'function' ? await plan(db) : plan;
    const receivedAt = this.#timeAfter(head);
    const events = intents.map((intent) => toEvent(intent, origin, receivedAt));
    const workset = await loadWorkset(db, events);
    const decisions = events.map((event, index) =>
      decide(workset, event, intents[index]?.stamp?.actor ?? origin.actor),
    );
    if (options.mode === 'ATOMIC' && decisions.some(({ ok }) => !ok)) {
      throw new RefusedBatch({ decisions, workset });
    }
    if (options.mode === 'REHEARSE') return { decisions, workset };
    const logged = events.flatMap((event, index): LoggedEvent[] => {
      const decision = decisions[index];
      return decision?.ok === true && decision.changed ? [{ event, recordId: decision.recordId }] : [];
    });
    if (logged.length > 0) {
      const sequence = await appendToLog(db, head, logged);
      await saveWorkset(db, workset, sequence);
      await notifyOfChange(db, sequence, logged, workset);
    }
    await options.alongside?.(db, decisions);
    return { decisions, workset };
  }

  /** Now, but never before what was logged already: the log's times rise even if a server's clock is set back. */
  #timeAfter({ receivedAt }: LogHead): string {
    const now = this.clock.now();
    return receivedAt !== null && receivedAt > now ? receivedAt : now;
  }

  async #writeOneByOne(
    database: TenantDatabase,
    origin: Origin,
    plan: Plan,
    options: WriteOptions,
  ): Promise<WriteResult> {
    return database.db.transaction().execute(async (db) => {
      const decisions: (Decision | Mishap)[] = [];
      let workset = new Workset();
      await lockTenant(db);
      const waiting = new Set<string>();
      for (const intent of typeof plan === 'function' ? await plan(db) : plan) {
        const recordKey = intent.stamp?.recordKey;
        if (recordKey !== undefined && waiting.has(recordKey)) {
          decisions.push(RULE_FAILED);
          continue;
        }
        await sql`savepoint one`.execute(db);
        try {
          const result = await this.writeIn(db, origin, [intent], { mode: 'EACH' });
          decisions.push(...result.decisions);
          workset = result.workset;
        } catch (error) {
          const mishap = mishapOf(error);
          if (mishap === null) throw error;
          await sql`rollback to savepoint one`.execute(db);
          decisions.push(mishap);
          if (mishap === RULE_FAILED && recordKey !== undefined) waiting.add(recordKey);
        }
      }
      await options.alongside?.(db, decisions);
      return { decisions, workset };
    });
  }
}

const toEvent = ({ stamp, ...intent }: Intent, origin: Origin, receivedAt: string): DomainEvent =>
  ({
    ...intent,
    id: stamp?.id ?? uuidV7(),
    // Defaults and unknown fields are settled here, so that the log holds exactly what the contract names.
    payload: EVENTS[intent.eventType].payload.parse(intent.payload),
    userId: (stamp ?? origin).actor.userId,
    deviceId: stamp?.deviceId ?? null,
    source: (stamp ?? origin).source,
    occurredAt: stamp?.occurredAt ?? receivedAt,
    receivedAt,
    // The payload was parsed by the intent's own type.
  }) as DomainEvent;

/** One writer per tenant at a time, until the transaction ends. */
const lockTenant = (db: Db) => sql`select pg_advisory_xact_lock(hashtext(${LOCK}))`.execute(db);

export const isDecision = (decision: Decision | Mishap): decision is Decision =>
  decision.ok || (decision.code !== 'REFUSED_BY_DATABASE' && decision.code !== 'RULE_FAILED');

export const isAcceptance = (decision: Decision | Mishap | undefined): decision is Acceptance =>
  decision?.ok === true;

/** Carries the decisions of a refused batch out of its transaction, which rolls back. */
export class RefusedBatch extends Error {
  constructor(readonly result: WriteResult) {
    super('The batch was refused');
  }
}

const RULE_FAILED: Mishap = { ok: false, code: 'RULE_FAILED' };

/** A rule threw, which no event should make it do: that event is at fault alone. */
class RuleFailure extends Error {
  constructor(cause: unknown) {
    super('A rule failed', { cause });
  }
}

function decide(workset: Workset, event: DomainEvent, actor: Actor): Decision {
  try {
    return applyEvent(workset, event, actor);
  } catch (cause) {
    throw new RuleFailure(cause);
  }
}

/** What becomes of a single intent that failed so; null if the failure is not the intent's. */
function mishapOf(error: unknown): Mishap | null {
  if (error instanceof RuleFailure) return RULE_FAILED;
  return isUnwritable(error) ? { ok: false, code: 'REFUSED_BY_DATABASE' } : null;
}

/**
 * Classes 22 (data) and 23 (integrity), or values too deep or too long to be written as text at all: the values are at
 * fault, not the server.
 */
const isUnwritable = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? ''));
