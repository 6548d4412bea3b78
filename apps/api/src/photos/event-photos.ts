/** From what a caller names to the photos that the event names. */
import { message, type EventPhoto } from '@wellpulse/contracts';
import type { PhotoOwner, PhotoRow } from '@wellpulse/domain';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { findPhotos } from './photo.queries.ts';

interface NamedPhotos {
  /** The field of the body that names them. */
  readonly field: string;
  readonly names: readonly string[];
  /** The name of a photo. */
  readonly nameOf: (photo: PhotoRow) => string;
  /** The content that a name stands for. */
  readonly hashIn: (name: string) => string;
}

/**
 * The stored photos of this owner that `names` name, each once. Throws `VALIDATION_FAILED` that points at every name which is
 * none of them: of another tenant or owner, not arrived yet, or nonsense.
 */
export async function eventPhotos(
  db: TenantDb,
  owner: PhotoOwner,
  { field, names, nameOf, hashIn }: NamedPhotos,
): Promise<EventPhoto[]> {
  const found = await findPhotos(db, owner, names.map(hashIn));
  const stored = new Map(
    found.filter(({ state }) => state === 'STORED').map((photo) => [nameOf(photo), photo]),
  );
  const errors = names.flatMap((name, index) =>
    stored.has(name) ? [] : [{ path: `${field}[${index}]`, message: message('photoNotStored') }],
  );
  if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors });
  return [...new Set(names)].flatMap((name) => {
    const photo = stored.get(name);
    if (photo === undefined) return [];
    const { id: photoId, sha256, sizeBytes, contentType, takenAt, location } = photo;
    return [{ photoId, sha256, sizeBytes, contentType, takenAt, location }];
  });
}
