import type { Db } from '../database/kysely-on.ts';
import type { RecordKind, RecordName } from '../events/device-events.ts';

const TABLES = {
  production: 'production_data',
  equipment: 'equipment',
  conflict: 'conflicts',
} as const satisfies Record<RecordKind, string>;

/** The version of a record that this device has from the server; 0 for none. */
export async function serverVersion(db: Db, { kind, key }: RecordName): Promise<number> {
  const row = await db
    .selectFrom(TABLES[kind])
    .where('key', '=', key)
    .select('server_version')
    .executeTakeFirst();
  return row?.server_version ?? 0;
}
