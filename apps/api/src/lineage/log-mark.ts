/** The mark of a log, `<number>.<hash>` of its newest row: its holder can tell whether the log was put back since. */
import { GENESIS_HASH } from '../write-path/hash-chain.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

/** So much of a row's hash tells it from every other; a device's mark has no more of it. */
export const HASH_BYTES_COMPARED = 16;

export interface LogMark {
  readonly sequence: number;
  /** In hex. */
  readonly hash: string;
}

/** Null if the text is no mark. */
export function parseMark(text: string): LogMark | null {
  const [, sequence = '', hash = ''] = /^(\d{1,15})\.([0-9a-f]{64})$/.exec(text) ?? [];
  return sequence === '' ? null : { sequence: Number(sequence), hash };
}

export const formatMark = ({ sequence, hash }: LogMark): string => `${sequence}.${hash}`;

export async function readMark(db: TenantDb): Promise<LogMark> {
  const row = await db
    .selectFrom('event_log')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? { sequence: 0, hash: GENESIS_HASH.toString('hex') }
    : { sequence: row.sequence, hash: row.hash.toString('hex') };
}

/** Whether the log holds the row that a mark names. The mark from before the first row is in every log. */
export async function holdsMark(db: TenantDb, { sequence, hash }: LogMark): Promise<boolean> {
  if (sequence === 0) return true;
  const row = await db
    .selectFrom('event_log')
    .select('hash')
    .where('sequence', '=', sequence)
    .executeTakeFirst();
  return (
    row !== undefined &&
    row.hash.toString('hex', 0, HASH_BYTES_COMPARED) === hash.slice(0, 2 * HASH_BYTES_COMPARED)
  );
}
