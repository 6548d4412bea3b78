/** Which records one of the device's people may see: the same as the server says, from the wells that it sent them. */
import { roleSchema, type Well } from '@wellpulse/contracts';
import { isInScope, wellScope, type WellScope } from '@wellpulse/domain';
import type { Db } from '../database/kysely-on.ts';
import { parseRecordKey, type RecordName } from '../events/device-events.ts';

/** Those of `keys`, as `recordKey` writes them, that the person's own pulls bring. */
export async function visibleRecords(db: Db, userId: string, keys: readonly string[]): Promise<string[]> {
  const scope = await scopeOf(db, userId);
  const visible: string[] = [];
  for (const key of new Set(keys)) {
    if (scope === null || isInScope(scope, (await wellOf(db, parseRecordKey(key))) ?? '')) visible.push(key);
  }
  return visible;
}

/** By the same rule as the server's, from what the server said last of the wells. */
async function scopeOf(db: Db, userId: string): Promise<WellScope> {
  const user = await db.selectFrom('users').where('id', '=', userId).select('role').executeTakeFirst();
  const role = roleSchema.safeParse(user?.role).data;
  if (role === undefined) return null;
  const wells = await db
    .selectFrom('wells')
    .where('server_row', 'is not', null)
    .select(['key', 'deleted', 'server_row'])
    .execute();
  return wellScope(
    { id: userId, role },
    wells.map(({ key, deleted, server_row: row }) => {
      // What a column of rows holds was parsed when it was written.
      const { operatorIds } = JSON.parse(row ?? '{}') as Pick<Well, 'operatorIds'>;
      return { id: key, deleted: deleted === 1, operatorIds };
    }),
  );
}

async function wellOf(db: Db, { kind, key }: RecordName): Promise<string | null> {
  if (kind === 'production') return key.slice(0, key.indexOf('|'));
  if (kind === 'equipment') {
    const item = await db.selectFrom('equipment').where('key', '=', key).select('well_id').executeTakeFirst();
    return item?.well_id ?? null;
  }
  const conflict = await db
    .selectFrom('conflicts')
    .where('key', '=', key)
    .select('server_row')
    .executeTakeFirst();
  return (JSON.parse(conflict?.server_row ?? '{}') as { readonly wellId?: string }).wellId ?? null;
}
