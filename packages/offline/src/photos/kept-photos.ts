/**
 * Photos whose bytes stay on the device after the server has stored them. A server that is put back may have lost them, from its database
 * or from the storage too (ADR 76). They give way to whatever needs their room, the oldest first.
 */
import { DAY_MS } from '@wellpulse/domain';
import { serverNow } from '../clock/server-now.ts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { findMeta, setMeta } from '../database/meta.ts';
import type { Clock } from '../ports/clock.ts';
import { instantOf } from '../ports/ids.ts';
import type { PhotoFiles } from '../ports/photo-files.ts';
import type { SqliteDriver } from '../ports/sqlite.ts';
import { isStorageProblem } from '../ports/storage-error.ts';
import { heardLineage } from '../session/log-mark.ts';

/** So long after the server has stored them. */
export const KEPT_DAYS = 30;
/** So many give their room at once; each has up to 10 MiB. */
const RELEASED_AT_ONCE = 4;

/** Removes the files of photos that were kept long enough, by the server's time: a clock that was set wrongly ends none early. */
export async function releaseOld(database: DeviceDatabase, files: PhotoFiles, clock: Clock): Promise<void> {
  const now = await database.write((db) => serverNow(db, clock));
  if (now === null) return;
  const before = instantOf(now - KEPT_DAYS * DAY_MS);
  const old = await database.read((db) =>
    db
      .selectFrom('photos')
      .where('state', '=', 'STORED')
      .where('stored_at', '<', before)
      .where('path', 'is not', null)
      .select(['photo_id', 'path'])
      .execute(),
  );
  for (const { photo_id: photoId, path } of old) {
    await files.remove(path ?? '');
    await database.write((db) =>
      db.updateTable('photos').set({ path: null }).where('photo_id', '=', photoId).execute(),
    );
  }
}

/** Gives back the room of the photos that were kept longest. False if none is left that could. */
export async function releaseOldest(driver: SqliteDriver, files: PhotoFiles): Promise<boolean> {
  const oldest = await driver.query(
    `SELECT photo_id, path FROM photos WHERE state = 'STORED' AND path IS NOT NULL
      ORDER BY stored_at, photo_id LIMIT ${RELEASED_AT_ONCE}`,
  );
  // The file first: without its room, there may be none to write that it is gone.
  for (const { path } of oldest) await files.remove(String(path));
  try {
    for (const { photo_id: photoId } of oldest)
      await driver.execute('UPDATE photos SET path = NULL WHERE photo_id = ?', [String(photoId)]);
  } catch (error) {
    if (isStorageProblem(error, 'FULL')) return false;
    throw error;
  }
  return oldest.length > 0;
}

const OFFERED_IN = 'photos_offered_in';

/**
 * If another lineage of the server's log has begun since the last time, the server was put back: each photo of the last thirty days is
 * offered again. What the server has is not sent. A photo that gave way to something else is only asked for: its bytes may lie in the
 * storage, and the server may have lost that it has them.
 */
export async function offerKeptAgain(db: Db, clock: Clock): Promise<void> {
  const lineage = await heardLineage(db);
  const before = await findMeta(db, OFFERED_IN);
  if (lineage === null || lineage === before) return;
  await setMeta(db, OFFERED_IN, lineage);
  if (before === null) return;
  const now = await serverNow(db, clock);
  await db
    .updateTable('photos')
    .set({ state: 'WAITING', needs_person: 0, next_retry_at: 0 })
    .where('state', '=', 'STORED')
    .where((where) =>
      where.or([
        where('path', 'is not', null),
        ...(now === null ? [] : [where('stored_at', '>=', instantOf(now - KEPT_DAYS * DAY_MS))]),
      ]),
    )
    .execute();
}
