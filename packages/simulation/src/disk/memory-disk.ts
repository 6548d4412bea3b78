/**
 * A device's disk: real SQLite in memory, and the files of photos. What is committed survives the end of the program that
 * wrote it; what is not is gone. A copy of all of it is the old state that a device may be set back to.
 */
import {
  serialise,
  StorageError,
  type DatabaseFile,
  type PhotoFiles,
  type SqliteConnection,
  type SqliteDriver,
  type SqliteExecutor,
  type SqlRow,
  type SqlValue,
} from '@wellpulse/offline';
import { carryOut, type DiskFaults } from './disk-faults.ts';
import { MemoryDatabase } from './memory-database.ts';
import { MemoryFiles } from './memory-files.ts';
import { Room } from './room.ts';

/** All that is on a disk at one moment. */
export interface DiskCopy {
  readonly database: Uint8Array;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export class MemoryDisk {
  readonly room = new Room();
  #database = new MemoryDatabase();
  #files = new MemoryFiles(this.room);
  /** A table with pages that can't be read; null if there is none. */
  #damaged: string | null = null;
  #damageMet = 0;
  #killsAtNextPhoto = false;

  /** From now on no row of this table can be read or written. */
  damage(table: string): void {
    this.#damaged = table;
  }

  isDamaged(): boolean {
    return this.#damaged !== null;
  }

  /** How often a program has met what can't be read. */
  get damageMet(): number {
    return this.#damageMet;
  }

  /** The program that next gives a photo's file its name dies before that. */
  killAtNextPhoto(): void {
    this.#killsAtNextPhoto = true;
  }

  /** Nothing more goes wrong with it, and there is room. */
  spare(): void {
    this.#killsAtNextPhoto = false;
    this.room.empty();
  }

  /** Whether the program dies now, before it names a file. */
  killsNow(): boolean {
    const kills = this.#killsAtNextPhoto;
    this.#killsAtNextPhoto = false;
    return kills;
  }

  get leftovers(): readonly string[] {
    return this.#files.leftovers;
  }

  /** The way of one program to its data, which it may make anew. */
  asFile(faults: DiskFaults): DatabaseFile {
    return {
      open: async () => this.#open(this.#database, faults),
      // SQLite reaches every table but one.
      pages: async function* () {
        yield* [];
      },
      replace: async (fill) => {
        const fresh = new MemoryDatabase();
        await fill(this.#open(fresh, faults));
        this.#database.close();
        this.#database = fresh;
        this.#damaged = null;
        return true;
      },
    };
  }

  /** The way of one program to its photos. */
  openFiles(faults: DiskFaults): PhotoFiles {
    return this.#files.open(faults);
  }

  /** The program is gone: what it had not committed never was. */
  forgetUncommitted(): void {
    this.#database.forgetUncommitted();
  }

  /** What a query gives of what is committed; nothing while somebody writes, or where pages can't be read. */
  committed(sql: string): SqlRow[] {
    return this.#database.isWriting || this.isDamaged() ? [] : this.#database.query(sql, []);
  }

  copy(): DiskCopy {
    return { database: this.#database.copy(), files: this.#files.copy() };
  }

  setBackTo({ database, files }: DiskCopy): void {
    this.#database.close();
    this.#database = new MemoryDatabase(database);
    this.#files = new MemoryFiles(this.room, files);
    this.#damaged = null;
  }

  close(): void {
    this.#database.close();
  }

  #open(database: MemoryDatabase, faults: DiskFaults): SqliteDriver {
    const run = carryOut(faults);
    const meet = (sql: string): void => {
      if (database === this.#database) this.#meetDamage(sql);
      if (WRITES.test(sql)) this.room.take();
    };
    const execute: SqliteExecutor['execute'] = (sql, params = []) =>
      run(sql, () => {
        meet(sql);
        return database.execute(sql, params);
      });
    const query: SqliteExecutor['query'] = (sql, params: readonly SqlValue[] = []) =>
      run(sql, () => {
        meet(sql);
        return isJournalMode(sql) ? JOURNAL : database.query(sql, params);
      });
    const connection: SqliteConnection = { execute, query, close: async () => undefined };
    return serialise(connection);
  }

  #meetDamage(sql: string): void {
    if (this.#damaged === null || !new RegExp(`\\b${this.#damaged}\\b`).test(sql)) return;
    this.#damageMet += 1;
    throw new StorageError('DAMAGED', 'database disk image is malformed');
  }
}

const WRITES = /^\s*(insert|update|create|replace)\b/i;

/** A database in memory has no journal; how durable this one is, the simulation says. */
const isJournalMode = (sql: string): boolean => /^PRAGMA journal_mode\b/.test(sql);
const JOURNAL = [{ journal_mode: 'wal' }];
