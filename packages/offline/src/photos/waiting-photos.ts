import { ownerOf, readTrouble, type PhotoOwner, type Trouble } from '@wellpulse/domain';
import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import type { PhotoState } from '../database/schema.ts';
import { isWaiting } from '../outbox/item-retries.ts';

export interface WaitingPhoto {
  readonly photoId: string;
  readonly owner: PhotoOwner;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly contentType: string;
  readonly path: string | null;
  /** The server has had it once. */
  readonly wasStored: boolean;
  readonly state: PhotoState;
  readonly retryCount: number;
}

/**
 * Photos that the server has not stored yet. Excludes photos of drafts, skipped photos and photos of skipped events. A photo
 * without an event came from an imported file whose event was already settled.
 */
export const waitingPhotos = (db: Db) =>
  db
    .selectFrom('photos')
    .leftJoin('event_log', 'event_log.id', 'photos.event_id')
    .where('photos.state', '<>', 'STORED')
    .where((where) =>
      where.or([where('photos.equipment_id', 'is not', null), where('photos.well_id', 'is not', null)]),
    )
    .where('photos.skip_reason', 'is', null)
    .where((where) =>
      where.or([where('event_log.status', 'is', null), where('event_log.status', '<>', 'SKIPPED')]),
    );

/** Photos whose event is settled. */
const photosToUpload = (db: Db) =>
  waitingPhotos(db).where((where) =>
    where.or([
      where('event_log.status', 'is', null),
      where('event_log.status', 'in', ['SYNCED', 'CONFLICT']),
    ]),
  );

/** The last error of the photo that has been retried most; null if only photos that need a person are waiting. */
export async function heldPhoto(db: Db): Promise<Trouble | null> {
  const row = await photosToUpload(db)
    .where('photos.needs_person', '=', 0)
    .orderBy('photos.retry_count', 'desc')
    .select('photos.last_error')
    .executeTakeFirst();
  return row === undefined ? null : readTrouble(row.last_error ?? 'PHOTOS_WAIT');
}

/**
 * The next photo to upload. What the server never had goes first, and photos that never failed before others. A photo that failed waits
 * for its retry.
 */
export async function nextPhoto(db: Db, now: number): Promise<WaitingPhoto | null> {
  const row = await photosToUpload(db)
    .where((where) => where.not(isWaiting('photos', now)))
    .orderBy(sql`photos.stored_at is not null`)
    .orderBy('photos.retry_count')
    .orderBy('event_log.position')
    .select([
      'photos.photo_id as photoId',
      'photos.equipment_id as equipmentId',
      'photos.well_id as wellId',
      'photos.sha256',
      'photos.size_bytes as sizeBytes',
      'photos.content_type as contentType',
      'photos.path',
      'photos.state',
      'photos.retry_count as retryCount',
      'photos.stored_at as storedAt',
    ])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { equipmentId, wellId, storedAt, ...photo } = row;
  return { ...photo, wasStored: storedAt !== null, owner: ownerOf({ equipmentId, wellId }) };
}
