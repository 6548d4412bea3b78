/** Reading photos. */
import type { PhotoRow } from '@wellpulse/domain';
import { sql } from 'kysely';
import { ProblemError } from '../http/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toPhotoRow } from '../write-path/records.ts';
import type { NamedBlob } from './photo-names.ts';

/** The photos of an item, newest first. */
export async function listPhotos(db: TenantDb, equipmentId: string): Promise<PhotoRow[]> {
  const rows = await db
    .selectFrom('photos')
    .selectAll()
    .where('equipment_id', '=', equipmentId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toPhotoRow);
}

/** A photo of an item by any id that it was ever announced under. Throws `PHOTO_NOT_FOUND`. */
export async function readPhoto(db: TenantDb, equipmentId: string, photoId: string): Promise<PhotoRow> {
  const row = await db
    .selectFrom('photos')
    .selectAll()
    .where('equipment_id', '=', equipmentId)
    .where((where) =>
      where.or([where('id', '=', photoId), sql<boolean>`alias_ids @> array[${photoId}]::uuid[]`]),
    )
    .executeTakeFirst();
  if (row === undefined) throw new ProblemError('PHOTO_NOT_FOUND');
  return toPhotoRow(row);
}

/** Every photo of a tenant, those of deleted items too. */
export const allPhotos = async (db: TenantDb): Promise<PhotoRow[]> =>
  (await db.selectFrom('photos').selectAll().execute()).map(toPhotoRow);

/** Whether a blob belongs to a photo: for bytes that were put but not taken in, one that still waits for them. */
export async function isPhotoOf(db: TenantDb, { kind, equipmentId, sha256 }: NamedBlob): Promise<boolean> {
  const row = await db
    .selectFrom('photos')
    .select('state')
    .where('equipment_id', '=', equipmentId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined && (kind !== 'STAGED' || row.state !== 'STORED');
}
