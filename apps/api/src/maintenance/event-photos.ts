/** From the blob names that a caller gives to the photos that the event names. */
import type { EventPhoto } from '@wellpulse/contracts';
import { sql } from 'kysely';
import { ProblemError } from '../http/problem-error.ts';
import { photoBlobName } from '../photos/photo-names.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toPhotoRow } from '../write-path/records.ts';

const HASH_LENGTH = 64;

/** Each name of a photo ends with the hash of its content. */
export const hashIn = (name: string): string => name.slice(-HASH_LENGTH);

/**
 * The stored photos of this item that `photoUrls` name, each once. Throws `VALIDATION_FAILED` that points at every
 * name which is none of them: of another tenant or item, not arrived yet, or nonsense.
 */
export async function eventPhotos(
  db: TenantDb,
  slug: string,
  equipmentId: string,
  photoUrls: readonly string[],
): Promise<EventPhoto[]> {
  if (photoUrls.length === 0) return [];
  const hashes = photoUrls.map(hashIn);
  const rows = await db
    .selectFrom('photos')
    .selectAll()
    .where('equipment_id', '=', equipmentId)
    .where('state', '=', 'STORED')
    .where('sha256', '=', sql<string>`any(${hashes}::text[])`)
    .execute();
  const stored = new Map(rows.map((row) => [photoBlobName(slug, { equipmentId, sha256: row.sha256 }), row]));
  const errors = photoUrls.flatMap((name, index) =>
    stored.has(name)
      ? []
      : [{ path: `photoUrls[${index}]`, message: 'Is not a photo of this item that has been stored' }],
  );
  if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors });
  return [...new Set(photoUrls)].flatMap((name) => {
    const row = stored.get(name);
    if (row === undefined) return [];
    const { id: photoId, sha256, sizeBytes, contentType, takenAt, location } = toPhotoRow(row);
    return [{ photoId, sha256, sizeBytes, contentType, takenAt, location }];
  });
}
