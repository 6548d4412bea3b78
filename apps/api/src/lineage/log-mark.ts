/** The mark of a log, `<number>.<hash>` of its newest row: its holder can tell whether the log was put back since. */
import { isMarkHeld, type LogMark } from '@wellpulse/domain';
import { GENESIS_HASH } from '../write-path/hash-chain.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

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

/** Whether the log holds the row that a mark names. */
export async function holdsMark(db: TenantDb, mark: LogMark): Promise<boolean> {
  const row = await db
    .selectFrom('event_log')
    .select('hash')
    .where('sequence', '=', mark.sequence)
    .executeTakeFirst();
  return isMarkHeld(mark, row?.hash.toString('hex'));
}
