/** Empties the device: only what the server has everything of. */
import { OfflineError } from './offline-error.ts';
import type { PersonKeys } from './ports/person-keys.ts';
import type { PhotoFiles } from './ports/photo-files.ts';
import { knownPaths } from './photos/known-paths.ts';
import { countUnsettled } from './photos/unsettled.ts';
import type { DeviceDatabase } from './database/device-database.ts';
import type { Db } from './database/kysely-on.ts';
import type { DeviceTables } from './database/schema.ts';

/** In an order that no reference is in the way of. */
const TABLES: readonly (keyof DeviceTables)[] = [
  'photos',
  'sync_queue',
  'sync_attempt',
  'event_log',
  'event_archive',
  'wells',
  'production_data',
  'equipment',
  'equipment_maintenance',
  'equipment_due',
  'conflicts',
  'alerts',
  'unread_records',
  'pulled_records',
  'lost_records',
  'drafts',
  'users',
  'clock_stretches',
  'device',
  'identity_copy',
  'meta',
];

/** Throws `UNSETTLED_EVENTS`. `say` writes what the empty device still knows: it is written with the emptying, or not at all. */
export async function reset(
  database: DeviceDatabase,
  files: PhotoFiles,
  keys: PersonKeys,
  say: (db: Db) => Promise<void> = async () => undefined,
): Promise<void> {
  const paths = await database.write(async (db) => {
    const { events, photos } = await countUnsettled(db);
    if (events + photos > 0) {
      throw new OfflineError({ code: 'UNSETTLED_EVENTS', events, photos, before: 'RESET' });
    }
    const kept = await knownPaths(db);
    for (const table of TABLES) await db.deleteFrom(table).execute();
    await say(db);
    return kept;
  });
  await keys.clear();
  for (const path of paths) await files.remove(path);
  await database.shrink();
}
