import type { Db } from '../database/kysely-on.ts';
import type { RecordKind, RecordName } from '../events/device-events.ts';
import { holdsDay } from '../queries/held-days.ts';

const TABLES = {
  production: 'production_data',
  equipment: 'equipment',
  conflict: 'conflicts',
} as const satisfies Record<RecordKind, string>;

/**
 * The version of a record that its person is looking at: the one that this device has from the server. It is 0 if there is
 * none. It is null for a reading of a day that the device does not hold.
 */
export async function baseVersionOf(db: Db, record: RecordName): Promise<number | null> {
  const row = await db
    .selectFrom(TABLES[record.kind])
    .where('key', '=', record.key)
    .select('server_version')
    .executeTakeFirst();
  const version = row?.server_version ?? 0;
  return version === 0 && !(await holdsDay(db, record)) ? null : version;
}
