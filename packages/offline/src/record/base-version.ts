import { keptQuery, type Db } from '../database/kysely-on.ts';
import type { RecordKind, RecordName } from '../events/device-events.ts';
import { holdsDay } from '../queries/held-days.ts';

const versionIn = (table: 'production_data' | 'equipment' | 'conflicts') =>
  keptQuery((db, key: string) =>
    db.selectFrom(table).where('key', '=', key).select('server_version').compile(),
  );

const VERSIONS = {
  production: versionIn('production_data'),
  equipment: versionIn('equipment'),
  conflict: versionIn('conflicts'),
} as const satisfies Record<RecordKind, ReturnType<typeof versionIn>>;

/**
 * The version of a record that its person is looking at: the one that this device has from the server. It is 0 if there is
 * none. It is null for a reading of a day that the device does not hold.
 */
export async function baseVersionOf(db: Db, record: RecordName): Promise<number | null> {
  const [row] = await VERSIONS[record.kind](db, record.key);
  const version = row?.server_version ?? 0;
  return version === 0 && !(await holdsDay(db, record)) ? null : version;
}
