/**
 * A transaction that holds the tenant's lock. So the log's order is the commit order, and everybody sees the newest state.
 * Nothing slow may happen in it. What it applies is decided on by the rules, in memory, and what they accept is written: log,
 * rows, notification.
 */
import {
  applyEach,
  applyEvent,
  timesAfter,
  Workset,
  type Entry,
  type Judgement,
  type LogTimes,
  type Waiting,
} from '@wellpulse/domain';
import { sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Clock } from '../config/clock.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import type { ClockWatch } from './clock-watch.ts';
import { appendToLog, readHead, type LoggedEvent, type LogHead } from './event-log.ts';
import { toEntry, type Intent, type Origin, type WriteMode, type WriteResult } from './intent.ts';
import { loadWorkset } from './load-workset.ts';
import { notifyOfChange } from './notify.ts';
import { saveWorkset } from './save-workset.ts';

export type Db = Transaction<TenantSchema>;

interface WriteContext {
  readonly origin: Origin;
  readonly clock: Clock;
  readonly watch: ClockWatch;
  /** Decides, and writes nothing. */
  readonly isRehearsal: boolean;
}

export class WriteTransaction {
  /** For what belongs into the same transaction and is no projection of the log, such as a password's hash. */
  readonly db: Db;
  readonly #in: WriteContext;

  constructor(db: Db, context: WriteContext) {
    this.db = db;
    this.#in = context;
  }

  /**
   * Applies the intents. In `ATOMIC` mode one refusal means that none of them is written; what else the transaction does is
   * the caller's to roll back. In `EACH` mode the others are written. If the database itself refuses them together, each is
   * tried alone so that only the culprit fails.
   */
  async apply(intents: readonly Intent[], mode: WriteMode = 'ATOMIC'): Promise<WriteResult> {
    if (mode === 'ATOMIC') return this.#applyAll(intents, judgeStrictly);
    await sql`savepoint together`.execute(this.db);
    try {
      return await this.#applyAll(intents, applyEach);
    } catch (error) {
      if (!isUnwritable(error)) throw error;
      await sql`rollback to savepoint together`.execute(this.db);
      return this.#applyOneByOne(intents);
    }
  }

  async #applyAll(intents: readonly Intent[], judge: Judge): Promise<WriteResult> {
    const head = await readHead(this.db);
    this.#in.watch.note(head.loggedAt);
    const times = timesAfter(head, this.#in.clock.now());
    const entries = intents.map((intent) => toEntry(intent, this.#in.origin, times));
    const workset = await loadWorkset(
      this.db,
      entries.map(({ event }) => event),
    );
    const decisions = judge(workset, entries);
    const isRefused = judge === judgeStrictly && decisions.some(({ ok }) => !ok);
    if (!isRefused && !this.#in.isRehearsal) await this.#save(head, times, entries, decisions, workset);
    return { decisions, workset };
  }

  async #applyOneByOne(intents: readonly Intent[]): Promise<WriteResult> {
    const decisions: Judgement[] = [];
    let workset = new Workset();
    const waiting: Waiting = new Map();
    for (const intent of intents) {
      await sql`savepoint one`.execute(this.db);
      try {
        const result = await this.#applyAll([intent], (...args) => applyEach(...args, waiting));
        decisions.push(...result.decisions);
        workset = result.workset;
      } catch (error) {
        if (!isUnwritable(error)) throw error;
        await sql`rollback to savepoint one`.execute(this.db);
        decisions.push({ ok: false, code: 'REFUSED_BY_DATABASE' });
      }
    }
    return { decisions, workset };
  }

  async #save(
    head: LogHead,
    times: LogTimes,
    entries: readonly Entry[],
    decisions: readonly Judgement[],
    workset: Workset,
  ): Promise<void> {
    const logged = entries.flatMap(({ event }, index): LoggedEvent[] => {
      const decision = decisions[index];
      return decision?.ok === true && decision.changed ? [{ event, recordId: decision.recordId }] : [];
    });
    if (logged.length === 0) return;
    const sequence = await appendToLog(this.db, head, logged, times);
    await saveWorkset(this.db, workset, sequence);
    await notifyOfChange(this.db, sequence, logged, workset);
  }
}

type Judge = (workset: Workset, entries: readonly Entry[]) => Judgement[];

/** A rule that throws fails everything. */
const judgeStrictly: Judge = (workset, entries) =>
  entries.map(({ event, actor }) => applyEvent(workset, event, actor));

/**
 * Classes 22 (data) and 23 (integrity), or values too deep or too long to be written as text at all: the values are at
 * fault, not the server.
 */
const isUnwritable = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? ''));
