/** Reading photos. */
import type { PhotoOwner, PhotoRow } from '@wellpulse/domain';
import { sql } from 'kysely';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toPhotoRow } from '../write-path/records.ts';
import type { NamedBlob } from './photo-names.ts';

const OWNER_COLUMNS = { EQUIPMENT: 'equipment_id', WELL: 'well_id' } as const;

const photosOf = (db: TenantDb, { kind, id }: PhotoOwner) =>
  db.selectFrom('photos').where(OWNER_COLUMNS[kind], '=', id);

/** The photos of an owner, newest first. */
export async function listPhotos(db: TenantDb, owner: PhotoOwner): Promise<PhotoRow[]> {
  const rows = await photosOf(db, owner)
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toPhotoRow);
}

/** Those of an owner's photos that have one of these contents. */
export async function findPhotos(
  db: TenantDb,
  owner: PhotoOwner,
  hashes: readonly string[],
): Promise<PhotoRow[]> {
  if (hashes.length === 0) return [];
  const rows = await photosOf(db, owner)
    .selectAll()
    .where('sha256', '=', sql<string>`any(${hashes}::text[])`)
    .execute();
  return rows.map(toPhotoRow);
}

/** A photo of an owner by any id that it was ever announced under. Throws `PHOTO_NOT_FOUND`. */
export async function readPhoto(db: TenantDb, owner: PhotoOwner, photoId: string): Promise<PhotoRow> {
  const row = await photosOf(db, owner)
    .selectAll()
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

/** Those that the log has stored after its row of this number, and that still count as stored. */
export async function photosStoredAfter(db: TenantDb, sequence: number): Promise<PhotoRow[]> {
  const rows = await db
    .selectFrom('photos')
    .selectAll()
    .where('state', '=', 'STORED')
    .where('id', 'in', (from) =>
      from
        .selectFrom('event_log')
        .select(sql<string>`(payload ->> 'photoId')::uuid`.as('id'))
        .where('sequence', '>', sequence)
        .where('event_type', '=', 'PHOTO_STORED'),
    )
    .execute();
  return rows.map(toPhotoRow);
}

/** Whether a blob belongs to a photo: for bytes that were put but not taken in, one that still waits for them. */
export async function isPhotoOf(db: TenantDb, { kind, owner, sha256 }: NamedBlob): Promise<boolean> {
  const row = await photosOf(db, owner).select('state').where('sha256', '=', sha256).executeTakeFirst();
  return row !== undefined && (kind !== 'STAGED' || row.state !== 'STORED');
}
