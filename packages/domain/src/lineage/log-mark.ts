/** The mark of a log: number and hash of one of its rows. Its holder can tell whether the log was put back since (ADR 44). */

export interface LogMark {
  /** 0 for the mark from before the first row. */
  readonly sequence: number;
  /** In hex. */
  readonly hash: string;
}

/** So many digits of a row's hash tell the row from every other; a device's mark has no more of it (ADR 69). */
export const MARK_HASH_DIGITS = 32;

/**
 * Whether the log holds the row that a mark names. `hashOfRow` is the hash of the log's row of that number; undefined for none. The mark
 * from before the first row is in every log.
 *
 * @example
 * isMarkHeld({ sequence: 7, hash }, rows.get(7)?.hash);
 */
export const isMarkHeld = ({ sequence, hash }: LogMark, hashOfRow: string | undefined): boolean =>
  sequence === 0 || hashOfRow?.slice(0, MARK_HASH_DIGITS) === hash.slice(0, MARK_HASH_DIGITS);
