/**
 * Makes room by archiving old events (ADR 17). The server's log is the audit trail. A device keeps one line of an event that the
 * server has had for six months: which event it was, and what became of it. It keeps unsettled events whole, and events with
 * a photo that still has to be sent.
 */
import { DAY_MS } from '@wellpulse/domain';
import type { DeviceDatabase } from './device-database.ts';
import type { Db } from './kysely-on.ts';
import { findMeta, setMeta } from './meta.ts';
import { instantOf } from '../ports/ids.ts';

const KEPT_MS = 183 * DAY_MS;
const LAST_ARCHIVED = 'last_archived_at';

/** Archives unless that was done within a day. A time that lies ahead comes from a clock that was wrong. */
export async function archiveDaily(database: DeviceDatabase, now: number | null): Promise<void> {
  if (now === null) return;
  const since = now - Date.parse((await database.read((db) => findMeta(db, LAST_ARCHIVED))) ?? '');
  if (since >= 0 && since < DAY_MS) return;
  await archive(database, now);
  await database.write((db) => setMeta(db, LAST_ARCHIVED, instantOf(now)));
}

/**
 * Returns how many events were archived. After a restore a device sends again only what it holds whole. So `now` is the server's time, and
 * not that of a clock which may be set wrongly (ADR 43). Null is a time that the device can't tell.
 */
export async function archive(database: DeviceDatabase, now: number | null): Promise<number> {
  if (now === null) return 0;
  const archived = await database.write(async (db) => {
    const old = await db
      .insertInto('event_archive')
      .columns(['event_id', 'device_id', 'device_sequence', 'status', 'settled_at'])
      .expression(oldEvents(db, instantOf(now - KEPT_MS)))
      .returning('event_id')
      .execute();
    const ids = db.selectFrom('event_archive').select('event_id');
    await db.deleteFrom('photos').where('event_id', 'in', ids).execute();
    await db.deleteFrom('event_log').where('id', 'in', ids).execute();
    return old.length;
  });
  if (archived > 0) await database.shrink();
  return archived;
}

const oldEvents = (db: Db, before: string) =>
  db
    .selectFrom('event_log as log')
    .where('settled_at', '<', before)
    .where((where) =>
      where.or([
        where('status', '=', 'SKIPPED'),
        where.and([where('status', 'in', ['SYNCED', 'CONFLICT']), where('mirror_state', '=', 'CONTAINED')]),
      ]),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('photos')
            .whereRef('photos.event_id', '=', 'log.id')
            .where('photos.path', 'is not', null)
            .select('photo_id'),
        ),
      ),
    )
    .select((columns) => [
      columns.ref('id').as('event_id'),
      'device_id',
      'device_sequence',
      'status',
      columns.fn.coalesce('settled_at', columns.val('')).as('settled_at'),
    ]);
