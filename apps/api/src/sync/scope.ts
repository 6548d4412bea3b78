/**
 * A person's own wells: the database finds who is assigned, the rule says what follows. A cursor names such a set by its
 * fingerprint, and the database keeps what it stands for.
 */
import { wellScope, type WellScope } from '@wellpulse/domain';
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Caller } from '../http/request.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

export async function readScope(db: TenantDb, user: Pick<Caller['user'], 'id' | 'role'>): Promise<WellScope> {
  const rows = await db
    .selectFrom('wells')
    .select(['id', 'deleted_at', 'operator_ids'])
    .where(sql<boolean>`operator_ids @> array[${user.id}]::uuid[]`)
    .execute();
  return wellScope(
    user,
    rows.map(({ id, deleted_at, operator_ids }) => ({
      id,
      deleted: deleted_at !== null,
      operatorIds: operator_ids,
    })),
  );
}

/** Every well of the tenant. */
const ALL = 'ALL';
const FINGERPRINT_CHARACTERS = 22;

/** The same text for the same wells. */
export const fingerprintOf = (scope: WellScope): string =>
  scope === null
    ? ALL
    : createHash('sha256').update(scope.join()).digest('base64url').slice(0, FINGERPRINT_CHARACTERS);

/** What the fingerprints stand for; those that this database never gave out are missing. */
export async function readScopes(
  db: TenantDb,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, WellScope>> {
  const named = fingerprints.filter((fingerprint) => fingerprint !== ALL);
  const rows =
    named.length === 0
      ? []
      : await db
          .selectFrom('feed_scopes')
          .where('fingerprint', 'in', [...new Set(named)])
          .selectAll()
          .execute();
  return new Map<string, WellScope>([
    [ALL, null],
    ...rows.map(({ fingerprint, well_ids: ids }) => [fingerprint, ids] as const),
  ]);
}

/** To be called before a reader is given a cursor that names them. */
export async function keepScopes(db: TenantDb, scopes: readonly WellScope[]): Promise<void> {
  for (const scope of scopes) {
    if (scope === null) continue;
    await db
      .insertInto('feed_scopes')
      .values({ fingerprint: fingerprintOf(scope), well_ids: [...scope] })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
