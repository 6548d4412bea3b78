/** Reading photos. */
import type { PhotoRow } from '@wellpulse/domain';
import { sql } from 'kysely';
import { ProblemError } from '../http/problem-error.ts';
import type { TenantDb } from '../tenancy/tenant-databases.ts';
import { toPhotoRow } from '../write-path/rows.ts';

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
