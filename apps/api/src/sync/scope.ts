/** Which wells a person's devices carry. */
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Caller } from '../http/request.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

export interface Scope {
  /** Null for all. */
  readonly wellIds: readonly string[] | null;
  /** The same for the same wells. */
  readonly fingerprint: string;
}

/** An operator has the wells that they are assigned to, or all where they are assigned to none. */
export async function readScope(db: TenantDb, user: Caller['user']): Promise<Scope> {
  if (user.role !== 'OPERATOR') return EVERYTHING;
  const rows = await db
    .selectFrom('wells')
    .select('id')
    .where(sql<boolean>`operator_ids @> array[${user.id}]::uuid[]`)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  if (rows.length === 0) return EVERYTHING;
  const wellIds = rows.map(({ id }) => id);
  return { wellIds, fingerprint: createHash('sha256').update(wellIds.join()).digest('base64url') };
}

const EVERYTHING: Scope = { wellIds: null, fingerprint: 'ALL' };
