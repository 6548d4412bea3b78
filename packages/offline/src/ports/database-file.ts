/** The database as files of the platform, for the day on which part of it can't be read any more. */
import type { SqliteDriver } from './sqlite.ts';

/** One page as it stands on the disk, and a way to any other one by its number. */
export interface StoredPage {
  readonly bytes: Uint8Array;
  readonly load: (number: number) => Uint8Array | undefined;
}

/** A platform's file of the database, with its pages and a way to put another one in its place. */
export interface DatabaseFile {
  open(): Promise<SqliteDriver>;
  /** All pages, read without SQLite: those of the file, then those that were written beside it. */
  pages(): AsyncIterable<StoredPage>;
  /**
   * Lets `fill` write into an empty database, and puts that in the present one's place, whole or not at all. The present one is
   * kept beside it; `fill` closes it before it ends. False if another program has it open: nothing was changed.
   */
  replace(fill: (fresh: SqliteDriver) => Promise<void>): Promise<boolean>;
}
