/**
 * The event log's hash chain. Each row's hash covers the row's content and the hash before it. So a row that was changed,
 * removed or slipped in afterwards shows. Content is the row without its nulls, canonicalised by RFC 8785: a column that a
 * later version adds, null in old rows, leaves their hashes as they are.
 *
 * Each row says in which format its hash was made. So a program goes on verifying what earlier ones wrote (ADR 48):
 *   1  until there were formats, and so without it
 *   2  with the format, both times of the log and the offset of the device's clock
 */
import { canonicalJson } from '@wellpulse/domain';
import { createHash } from 'node:crypto';
import type { TenantSchema } from '../database/tenant-schema.ts';

export type LogRow = TenantSchema['event_log'];

/** What the first row of a log hangs on. */
export const GENESIS_HASH: Buffer = Buffer.alloc(32);

/** The format of new rows. */
export const CHAIN_FORMAT = 2;

/** Whether this program can verify a row of that format. */
export const isKnownFormat = (format: number): boolean => format >= 1 && format <= CHAIN_FORMAT;

export function hashRow(previous: Buffer, { chain_format, ...row }: Omit<LogRow, 'hash'>): Buffer {
  const named = chain_format === 1 ? row : { ...row, chain_format };
  const content = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null));
  return createHash('sha256').update(previous).update(canonicalJson(content), 'utf8').digest();
}
