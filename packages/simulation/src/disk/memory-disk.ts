/**
 * A device's disk: real SQLite in memory. What is committed survives the end of the program that wrote it; what is not
 * is gone. A copy of all of it is the old state that a device may be set back to.
 */
import {
  serialise,
  type SqliteConnection,
  type SqliteDriver,
  type SqliteExecutor,
  type SqlValue,
} from '@wellpulse/field';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** What goes wrong with the program's statements. It is asked before and after each. */
export interface DiskFaults {
  /** Throws if the disk fails, or gives a promise that never resolves if the program is no more. */
  before(sql: string): Promise<void> | undefined;
  after(sql: string): Promise<void> | undefined;
}

export class MemoryDisk {
  #database = new DatabaseSync(':memory:');
  #statements = new Map<string, StatementSync>();

  /** The way of one program to its data. */
  open(faults: DiskFaults): SqliteDriver {
    return serialise(this.#connect(faults));
  }

  /** The program is gone: what it had not committed never was. */
  forgetUncommitted(): void {
    if (this.#database.isTransaction) this.#database.exec('rollback');
  }

  copy(): Uint8Array {
    return this.#database.serialize();
  }

  setBackTo(copy: Uint8Array): void {
    this.#database.close();
    this.#database = new DatabaseSync(':memory:');
    this.#database.deserialize(copy);
    this.#statements = new Map();
  }

  close(): void {
    this.#database.close();
  }

  #connect(faults: DiskFaults): SqliteConnection {
    const run = async <Result>(sql: string, statement: () => Result): Promise<Result> => {
      await faults.before(sql);
      const result = statement();
      await faults.after(sql);
      return result;
    };
    const execute: SqliteExecutor['execute'] = (sql, params = []) =>
      run(sql, () => Number(this.#prepare(sql).run(...params).changes));
    const query: SqliteExecutor['query'] = (sql, params: readonly SqlValue[] = []) =>
      run(sql, () => (isJournalMode(sql) ? JOURNAL : this.#prepare(sql).all(...params)));
    return { execute, query, close: async () => undefined };
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** A database in memory has no journal; how durable this one is, the simulation says. */
const isJournalMode = (sql: string): boolean => /^PRAGMA journal_mode\b/.test(sql);
const JOURNAL = [{ journal_mode: 'wal' }];
