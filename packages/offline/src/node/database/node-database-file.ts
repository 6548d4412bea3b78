/** A database as files of a folder: the one at `path`, and those beside it. */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import type { DatabaseFile, StoredPage } from '../../ports/database-file.ts';
import type { SqliteDriver } from '../../ports/sqlite.ts';
import { openNodeSqlite } from './node-sqlite.ts';

const PAGE_BYTES = 4096;
const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** How long opening waits for another program that makes the database anew. */
const BUSY_MS = 60_000;

/** How the file is opened, and what stands in its pages. */
export interface DatabaseFileParts {
  readonly openSqlite: (path: string) => Promise<SqliteDriver>;
  /** What a page of the file says, of which `number` counts from 1; undefined for what can't be read at all. */
  readonly decode: (bytes: Uint8Array, number: number) => Uint8Array | undefined;
  /** Whether other programs may open the same data. */
  readonly isShared: boolean;
}

const PLAIN: DatabaseFileParts = {
  openSqlite: openNodeSqlite,
  decode: (bytes) => bytes,
  isShared: true,
};

/**
 * - `-repair`: is being filled. `-repaired`: is whole, and takes the place of the present one.
 * - `-damaged`: the former one. `-open`: a lock that each program shares while it has the database open.
 *
 * @example
 * const driver = await nodeDatabaseFile('./truck-7/client.db').open();
 */
export function nodeDatabaseFile(path: string, parts: DatabaseFileParts = PLAIN): DatabaseFile {
  const lock: Lock = parts.isShared ? new OpenLock(`${path}-open`) : NO_LOCK;
  let isOpen = false;
  let isReplacing = false;
  /** While it is replaced nobody else may have it, whether it is open here or not. */
  const settleLock = (): void => {
    if (isReplacing) return;
    if (isOpen) lock.share();
    else lock.release();
  };
  const openFile = async (): Promise<SqliteDriver> => {
    await finishReplacing(path);
    lock.share();
    const driver = await parts.openSqlite(path);
    isOpen = true;
    return {
      ...driver,
      close: async () => {
        await driver.close();
        isOpen = false;
        settleLock();
      },
    };
  };
  return {
    open: openFile,
    pages: () => pagesOf(path, parts.decode),
    replace: async (fill) => {
      if (!lock.takeAlone()) return false;
      isReplacing = true;
      try {
        for (const end of ['', '-wal', '-shm']) await rm(`${path}-repair${end}`, { force: true });
        const fresh = await parts.openSqlite(`${path}-repair`);
        try {
          await fresh.query('PRAGMA auto_vacuum = INCREMENTAL');
          await fill(fresh);
        } finally {
          await fresh.close();
        }
        await flush(`${path}-repair`);
        await rename(`${path}-repair`, `${path}-repaired`);
        await finishReplacing(path);
        return true;
      } finally {
        isReplacing = false;
        settleLock();
      }
    },
  };
}

/** Each step may be the last one before the program ends: the next opening goes on there. */
async function finishReplacing(path: string): Promise<void> {
  if (!existsSync(`${path}-repaired`)) return;
  if (existsSync(path)) {
    for (const end of ['-wal', '']) {
      if (existsSync(`${path}${end}`)) await rename(`${path}${end}`, `${path}-damaged${end}`);
    }
  }
  await rm(`${path}-shm`, { force: true });
  await rename(`${path}-repaired`, path);
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

interface Lock {
  share(): void;
  takeAlone(): boolean;
  release(): void;
}

const NO_LOCK: Lock = {
  share: () => undefined,
  takeAlone: () => true,
  release: () => undefined,
};

/** SQLite's own lock on a file of its own: the operating system gives it back when the program dies. */
class OpenLock implements Lock {
  readonly #path: string;
  #held: DatabaseSync | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  share(): void {
    this.release();
    this.#held = new DatabaseSync(this.#path, { timeout: BUSY_MS });
    this.#held.exec('begin');
    this.#held.prepare('select count(*) from sqlite_schema').get();
  }

  /** False if another program has the database open; then it is shared as before. */
  takeAlone(): boolean {
    this.release();
    const database = new DatabaseSync(this.#path, { timeout: 0 });
    try {
      database.exec('begin exclusive');
      this.#held = database;
      return true;
    } catch {
      database.close();
      this.share();
      return false;
    }
  }

  release(): void {
    this.#held?.close();
    this.#held = null;
  }
}

async function* pagesOf(path: string, decode: DatabaseFileParts['decode']): AsyncGenerator<StoredPage> {
  for (const [file, from, before] of [
    [path, 0, 0],
    [`${path}-wal`, WAL_HEADER_BYTES, FRAME_HEADER_BYTES],
  ] as const) {
    if (!existsSync(file)) continue;
    const opened = openSync(file, 'r');
    const main = openSync(path, 'r');
    const load = (number: number): Uint8Array | undefined => {
      const bytes = read(main, (number - 1) * PAGE_BYTES);
      return bytes === undefined ? undefined : decode(bytes, number);
    };
    try {
      const { size } = fstatSync(opened);
      for (let at = from + before; at + PAGE_BYTES <= size; at += before + PAGE_BYTES) {
        const stored = read(opened, at);
        const number = before === 0 ? at / PAGE_BYTES + 1 : pageOfFrame(opened, at - before);
        const bytes = stored === undefined ? undefined : decode(stored, number);
        if (bytes !== undefined) yield { bytes, load };
      }
    } finally {
      closeSync(opened);
      closeSync(main);
    }
  }
}

/** A frame begins with the number of its page. */
function pageOfFrame(file: number, at: number): number {
  const bytes = new Uint8Array(4);
  readSync(file, bytes, 0, bytes.length, at);
  return new DataView(bytes.buffer).getUint32(0);
}

/** Undefined where a page can't be read at all. */
function read(file: number, at: number): Uint8Array | undefined {
  const bytes = new Uint8Array(PAGE_BYTES);
  try {
    return readSync(file, bytes, 0, PAGE_BYTES, at) === PAGE_BYTES ? bytes : undefined;
  } catch {
    return undefined;
  }
}
