/**
 * The event log's hash chain. Each row's hash covers the row's content and the hash before it, so a row that was
 * changed, removed or slipped in afterwards shows. Content is the row without its nulls, canonicalised by RFC 8785:
 * a column that a later version adds, null in old rows, leaves their hashes as they are.
 */
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { TenantSchema } from '../database/tenant-schema.ts';

export type LogRow = TenantSchema['event_log'];

/** What the first row of a log hangs on. */
export const GENESIS_HASH: Buffer = Buffer.alloc(32);

export function hashRow(previous: Buffer, row: Omit<LogRow, 'hash'>): Buffer {
  const content = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  const bytes = canonicalize(content);
  if (bytes === undefined) throw new Error('An event without content cannot be hashed');
  return createHash('sha256').update(previous).update(bytes, 'utf8').digest();
}
