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
import type { TenantDatabase } from '../tenancy/tenant-databases.ts';
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
  readonly alongside?: (db: Db, decisions: readonly Decision[]) => Promise<void>;
}

/** An intent that only the database refused: its own limits are the last line of defence. */
export interface DatabaseRefusal {
  readonly ok: false;
  readonly code: 'REFUSED_BY_DATABASE';
}

export interface WriteResult {
  /** One for each intent, in their order. */
  readonly decisions: readonly (Decision | DatabaseRefusal)[];
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
      if (mode !== 'EACH' || !isRefusedByDatabase(error)) throw error;
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
    const decisions = events.map((event) => applyEvent(workset, event, origin.actor));
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
      const decisions: (Decision | DatabaseRefusal)[] = [];
      let workset = new Workset();
      await lockTenant(db);
      for (const intent of typeof plan === 'function' ? await plan(db) : plan) {
        await sql`savepoint one`.execute(db);
        try {
          const result = await this.writeIn(db, origin, [intent], { mode: 'EACH' });
          decisions.push(...result.decisions);
          workset = result.workset;
        } catch (error) {
          if (!isRefusedByDatabase(error)) throw error;
          await sql`rollback to savepoint one`.execute(db);
          decisions.push({ ok: false, code: 'REFUSED_BY_DATABASE' });
        }
      }
      await options.alongside?.(db, decisions.filter(isDecision));
      return { decisions, workset };
    });
  }
}

const toEvent = (intent: Intent, origin: Origin, receivedAt: string): DomainEvent =>
  ({
    ...intent,
    id: uuidV7(),
    // Defaults and unknown fields are settled here, so that the log holds exactly what the contract names.
    payload: EVENTS[intent.eventType].payload.parse(intent.payload),
    userId: origin.actor.userId,
    deviceId: null,
    source: origin.source,
    occurredAt: receivedAt,
    receivedAt,
    // The payload was parsed by the intent's own type.
  }) as DomainEvent;

/** One writer per tenant at a time, until the transaction ends. */
const lockTenant = (db: Db) => sql`select pg_advisory_xact_lock(hashtext(${LOCK}))`.execute(db);

const isDecision = (decision: Decision | DatabaseRefusal): decision is Decision =>
  decision.ok || decision.code !== 'REFUSED_BY_DATABASE';

export const isAcceptance = (decision: Decision | DatabaseRefusal | undefined): decision is Acceptance =>
  decision?.ok === true;

/** Carries the decisions of a refused batch out of its transaction, which rolls back. */
export class RefusedBatch extends Error {
  constructor(readonly result: WriteResult) {
    super('The batch was refused');
  }
}

/** Classes 22 (data) and 23 (integrity): the values are at fault, not the server. */
const isRefusedByDatabase = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');
