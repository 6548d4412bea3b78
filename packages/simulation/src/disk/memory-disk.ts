/**
 * A device's disk: real SQLite in memory, and the files of photos. What is committed survives the end of the program that
 * wrote it; what is not is gone. A copy of all of it is the old state that a device may be set back to.
 */
import {
  serialise,
  type PhotoFiles,
  type SqliteConnection,
  type SqliteDriver,
  type SqliteExecutor,
  type SqlValue,
} from '@wellpulse/offline';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** What goes wrong with the program's statements, and with what it does to files. It is asked before and after each. */
export interface DiskFaults {
  /** Throws if the disk fails, or gives a promise that never resolves if the program is no more. */
  before(what: string): Promise<void> | undefined;
  after(what: string): Promise<void> | undefined;
}

/** All that is on a disk at one moment. */
export interface DiskCopy {
  readonly database: Uint8Array;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export class MemoryDisk {
  #database = new DatabaseSync(':memory:');
  #files = new Map<string, Uint8Array>();
  #statements = new Map<string, StatementSync>();

  /** The way of one program to its data. */
  open(faults: DiskFaults): SqliteDriver {
    return serialise(this.#connect(faults));
  }

  /** The way of one program to its photos. */
  openFiles(faults: DiskFaults): PhotoFiles {
    const run = carryOut(faults);
    return {
      save: (name, bytes) =>
        run('save a file', () => {
          this.#files.set(name, bytes);
          return name;
        }),
      read: (path) => run('read a file', () => this.#files.get(path) ?? null),
      size: (path) => run('read a file', () => this.#files.get(path)?.length ?? null),
      remove: (path) => run('remove a file', () => void this.#files.delete(path)),
    };
  }

  /** The program is gone: what it had not committed never was. */
  forgetUncommitted(): void {
    if (this.#database.isTransaction) this.#database.exec('rollback');
  }

  copy(): DiskCopy {
    return { database: this.#database.serialize(), files: new Map(this.#files) };
  }

  setBackTo({ database, files }: DiskCopy): void {
    this.#database.close();
    this.#database = new DatabaseSync(':memory:');
    this.#database.deserialize(database);
    this.#files = new Map(files);
    this.#statements = new Map();
  }

  close(): void {
    this.#database.close();
  }

  #connect(faults: DiskFaults): SqliteConnection {
    const run = carryOut(faults);
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

const carryOut =
  (faults: DiskFaults) =>
  async <Result>(what: string, act: () => Result): Promise<Result> => {
    await faults.before(what);
    const result = act();
    await faults.after(what);
    return result;
  };

/** A database in memory has no journal; how durable this one is, the simulation says. */
const isJournalMode = (sql: string): boolean => /^PRAGMA journal_mode\b/.test(sql);
const JOURNAL = [{ journal_mode: 'wal' }];
