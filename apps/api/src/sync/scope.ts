/** Which wells a person's devices carry: the database finds who is assigned, the rule says what follows. */
import { wellScope, type FeedScope } from '@wellpulse/domain';
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Caller } from '../http/request.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

export async function readScope(db: TenantDb, user: Pick<Caller['user'], 'id' | 'role'>): Promise<FeedScope> {
  const rows = await db
    .selectFrom('wells')
    .select(['id', 'deleted_at', 'operator_ids'])
    .where(sql<boolean>`operator_ids @> array[${user.id}]::uuid[]`)
    .execute();
  const wellIds = wellScope(
    user,
    rows.map(({ id, deleted_at, operator_ids }) => ({
      id,
      deleted: deleted_at !== null,
      operatorIds: operator_ids,
    })),
  );
  return { wellIds, fingerprint: wellIds === null ? 'ALL' : fingerprintOf(wellIds) };
}

const fingerprintOf = (wellIds: readonly string[]): string =>
  createHash('sha256').update(wellIds.join()).digest('base64url');
