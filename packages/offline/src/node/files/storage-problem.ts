/** What errors of Node and of SQLite say about the disk. */
import { StorageError, type StorageProblem } from '../../ports/storage-error.ts';

const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;
const SQLITE_IOERR = 10;
const extended = (number: number): number => SQLITE_IOERR + (number << 8);
/** Writing, and making or growing the file that SQLite maps into memory. */
const IOERR_FULL = [3, 18, 19].map(extended);
/** Reading, in whole or in part, and what the disk or the file system knows to be wrong. */
const IOERR_DAMAGED = [1, 2, 32, 33].map(extended);

/** The same by the names that better-sqlite3 gives them. */
const NAMES_FULL = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMOPEN', 'SQLITE_IOERR_SHMSIZE'];
const NAMES_DAMAGED = [
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_IOERR_READ',
  'SQLITE_IOERR_SHORT_READ',
  'SQLITE_IOERR_DATA',
  'SQLITE_IOERR_CORRUPTFS',
];

const NO_ROOM = ['ENOSPC', 'EDQUOT'];
/** A record that is no JSON any more: its page was damaged in a way that SQLite itself can't see. */
const MALFORMED = /malformed JSON/;

/**
 * The error itself if it says nothing about the disk, else the `StorageError` that does.
 *
 * @example
 * throw storageError(error);
 */
export function storageError(error: unknown): unknown {
  const problem = problemOf(error);
  return problem === null ? error : new StorageError(problem, error);
}

function problemOf(error: unknown): StorageProblem | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') {
    const { errcode } = error;
    const primary = errcode & 0xff;
    if (primary === SQLITE_FULL || IOERR_FULL.includes(errcode)) return 'FULL';
    if (primary === SQLITE_CORRUPT || primary === SQLITE_NOTADB || IOERR_DAMAGED.includes(errcode)) {
      return 'DAMAGED';
    }
    return MALFORMED.test(error.message) ? 'DAMAGED' : null;
  }
  if (!('code' in error)) return null;
  const code = String(error.code);
  if (NO_ROOM.includes(code) || NAMES_FULL.includes(code)) return 'FULL';
  const isDamaged =
    NAMES_DAMAGED.includes(code) || (code === 'SQLITE_ERROR' && MALFORMED.test(error.message));
  return isDamaged ? 'DAMAGED' : null;
}
