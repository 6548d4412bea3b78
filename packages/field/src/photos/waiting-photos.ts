import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import type { PhotoState } from '../database/schema.ts';
import { LONGEST_HOLD_MS } from '../sync/hold.ts';

export interface WaitingPhoto {
  readonly photoId: string;
  readonly equipmentId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly contentType: string;
  readonly path: string | null;
  readonly state: PhotoState;
  readonly retryCount: number;
}

/**
 * Photos that the server has not stored yet, but for those of drafts and of skipped events. One without an event came in a
 * file, and its event had been settled before.
 */
export const waitingPhotos = (db: Db) =>
  db
    .selectFrom('photos')
    .leftJoin('event_log', 'event_log.id', 'photos.event_id')
    .where('photos.state', '<>', 'STORED')
    .where('photos.equipment_id', 'is not', null)
    .where((where) =>
      where.or([where('event_log.status', 'is', null), where('event_log.status', '<>', 'SKIPPED')]),
    );

/** The next one to upload: its event is settled, and it doesn't wait for its turn after a failure. */
export async function nextPhoto(db: Db, now: number): Promise<WaitingPhoto | null> {
  const row = await waitingPhotos(db)
    .where((where) =>
      where.or([
        where('event_log.status', 'is', null),
        where('event_log.status', 'in', ['SYNCED', 'CONFLICT']),
      ]),
    )
    .where(
      sql<boolean>`not (photos.next_retry_at > ${now} and photos.next_retry_at <= ${now + LONGEST_HOLD_MS})`,
    )
    .orderBy('event_log.position')
    .select([
      'photos.photo_id as photoId',
      'photos.equipment_id as equipmentId',
      'photos.sha256',
      'photos.size_bytes as sizeBytes',
      'photos.content_type as contentType',
      'photos.path',
      'photos.state',
      'photos.retry_count as retryCount',
    ])
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, equipmentId: row.equipmentId ?? '' };
}
