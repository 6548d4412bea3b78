/** Which records one of the device's people may see: the same as the server says, from the wells that it sent them. */
import type { Db } from '../database/kysely-on.ts';
import { parseRecordKey, type RecordName } from '../events/device-events.ts';

/** Those of `keys`, as `recordKey` writes them, that the person's own pulls bring. */
export async function visibleRecords(db: Db, userId: string, keys: readonly string[]): Promise<string[]> {
  const wellIds = await wellsOf(db, userId);
  const visible: string[] = [];
  for (const key of new Set(keys)) {
    if (wellIds === null || wellIds.includes((await wellOf(db, parseRecordKey(key))) ?? ''))
      visible.push(key);
  }
  return visible;
}

/** An operator has the wells that they are assigned to, or all where they are assigned to none; null for all. */
async function wellsOf(db: Db, userId: string): Promise<readonly string[] | null> {
  const user = await db.selectFrom('users').where('id', '=', userId).select('role').executeTakeFirst();
  if (user?.role !== 'OPERATOR') return null;
  const wells = await db
    .selectFrom('wells')
    .where('deleted', '=', 0)
    .where('server_row', 'is not', null)
    .select(['key', 'server_row'])
    .execute();
  const mine = wells.filter(({ server_row: row }) => {
    // What a column of rows holds was parsed when it was written.
    const { operatorIds } = JSON.parse(row ?? '{}') as { readonly operatorIds: readonly string[] };
    return operatorIds.includes(userId);
  });
  return mine.length === 0 ? null : mine.map(({ key }) => key);
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
