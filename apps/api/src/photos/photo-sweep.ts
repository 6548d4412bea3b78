/**
 * Compares a tenant's photos with the storage. Uploads may be broken off anywhere and blobs may vanish behind our back;
 * here everything that came of it is found. Finding changes nothing.
 */
import type { PhotoRow } from '@wellpulse/domain';
import type { BlobStorage, ListedBlob } from './blob-storage.ts';
import type { TenantContext } from './photo-intake.ts';
import {
  parseBlobName,
  photoBlobName,
  stagedBlobName,
  tenantFolder,
  thumbnailBlobName,
} from './photo-names.ts';
import { allPhotos } from './photo.queries.ts';

/** What a photo may be found as. */
export const PHOTO_FINDINGS = {
  LOST: 'stored, but its bytes are gone',
  NO_THUMBNAIL: 'stored, but its thumbnail is gone',
  UNCONFIRMED: 'its bytes are here, but it is not stored',
  WAITING: 'announced, and its bytes have not arrived',
  MISSING: 'known to be missing',
} as const;

/** What a blob may be found as. */
export const BLOB_FINDINGS = {
  LEFTOVER: 'an upload that nothing waits for',
  UNKNOWN: 'a blob that belongs to no photo',
} as const;

export interface PhotoFinding {
  readonly kind: keyof typeof PHOTO_FINDINGS;
  readonly name: string;
  readonly photo: PhotoRow;
}

export interface BlobFinding {
  readonly kind: keyof typeof BLOB_FINDINGS;
  readonly name: string;
  readonly blob: ListedBlob;
}

export type Finding = PhotoFinding | BlobFinding;

/** Throws `UNAVAILABLE` if the storage can't be reached. */
export async function sweepPhotos(
  storage: BlobStorage,
  { tenant, database }: TenantContext,
): Promise<Finding[]> {
  const { slug } = tenant;
  await storage.reach();
  // A photo that was stored before the blobs were listed must be among them; a blob that was listed before the photos
  // are read again must belong to one of them. Whatever happens meanwhile looks like neither.
  const before = await allPhotos(database.db);
  const blobs = await storage.list(tenantFolder(slug));
  const after = await allPhotos(database.db);
  const names = new Set(blobs.map(({ name }) => name));
  const storedBefore = new Set(before.filter(isStored).map((photo) => photoBlobName(slug, photo)));
  return [
    ...after.flatMap((photo) => lookAtPhoto(slug, photo, names, storedBefore)),
    ...lookAtBlobs(slug, blobs, after),
  ];
}

function lookAtPhoto(
  slug: string,
  photo: PhotoRow,
  names: ReadonlySet<string>,
  storedBefore: ReadonlySet<string>,
): PhotoFinding[] {
  const name = photoBlobName(slug, photo);
  const found = (kind: PhotoFinding['kind']): PhotoFinding[] => [{ kind, name, photo }];
  if (photo.state !== 'STORED') {
    const isHere = names.has(name) || names.has(stagedBlobName(slug, photo));
    return found(isHere ? 'UNCONFIRMED' : photo.state);
  }
  if (!storedBefore.has(name)) return [];
  if (!names.has(name)) return found('LOST');
  return photo.hasThumbnail && !names.has(thumbnailBlobName(slug, photo)) ? found('NO_THUMBNAIL') : [];
}

function lookAtBlobs(slug: string, blobs: readonly ListedBlob[], photos: readonly PhotoRow[]): BlobFinding[] {
  const belonging = new Set(
    photos.flatMap((photo) => [
      photoBlobName(slug, photo),
      thumbnailBlobName(slug, photo),
      ...(isStored(photo) ? [] : [stagedBlobName(slug, photo)]),
    ]),
  );
  return blobs
    .filter(({ name }) => !belonging.has(name))
    .map((blob) => ({
      kind: parseBlobName(blob.name)?.kind === 'STAGED' ? 'LEFTOVER' : 'UNKNOWN',
      name: blob.name,
      blob,
    }));
}

const isStored = ({ state }: PhotoRow): boolean => state === 'STORED';
