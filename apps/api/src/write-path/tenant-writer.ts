/**
 * The one write path. REST, import, sync and the command-line tool hand their intents in here; each becomes an
 * event that the rules decide on, and what they accept is written in one transaction (`write-transaction.ts`).
 */
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { CLOCK, type Clock } from '../config/clock.ts';
import type { TenantDatabase } from '../tenant-databases/tenant-databases.ts';
import { ClockWatch } from './clock-watch.ts';
import type { Intent, Origin, WriteMode, WriteResult } from './intent.ts';
import { WriteTransaction, type Db } from './write-transaction.ts';

const LOCK = 'wellpulse-writer';

/** What happens in one transaction; if it throws, nothing of it has happened. */
export type Work<Result> = (tx: WriteTransaction) => Promise<Result>;

@Injectable()
export class TenantWriter {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ClockWatch) private readonly watch: ClockWatch,
  ) {}

  /** Does `work` while no other transaction writes for the tenant, and commits. */
  transaction<Result>(database: TenantDatabase, origin: Origin, work: Work<Result>): Promise<Result> {
    return database.db.transaction().execute(async (db) => {
      await lockTenant(db);
      return work(new WriteTransaction(db, this.#context(origin, false)));
    });
  }

  /** Does `work` without waiting for other writers: what it applies is decided on, and not written. */
  rehearsal<Result>(database: TenantDatabase, origin: Origin, work: Work<Result>): Promise<Result> {
    return database.db
      .transaction()
      .execute((db) => work(new WriteTransaction(db, this.#context(origin, true))));
  }

  /** Applies the intents in a transaction of their own. */
  write(
    database: TenantDatabase,
    origin: Origin,
    intents: readonly Intent[],
    mode: WriteMode = 'ATOMIC',
  ): Promise<WriteResult> {
    return this.transaction(database, origin, (tx) => tx.apply(intents, mode));
  }

  #context = (origin: Origin, isRehearsal: boolean) => ({
    origin,
    isRehearsal,
    clock: this.clock,
    watch: this.watch,
  });
}

/** One writer per tenant at a time, until the transaction ends. */
const lockTenant = (db: Db) => sql`select pg_advisory_xact_lock(hashtext(${LOCK}))`.execute(db);
