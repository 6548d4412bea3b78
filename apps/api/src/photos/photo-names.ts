/**
 * What blobs are called. A tenant's blobs stand below its slug; a verified photo's name says its content, and bytes that
 * nobody has checked yet stand apart, so that no upload address ever reaches what was checked.
 */
import { photoPath } from '@wellpulse/domain';

export interface PhotoContent {
  readonly equipmentId: string;
  readonly sha256: string;
}

const THUMBNAIL = '.thumb.webp';

/** Everything of a tenant. */
export const tenantFolder = (slug: string): string => `${slug}/`;

/** The verified photo. */
export const photoBlobName = (slug: string, { equipmentId, sha256 }: PhotoContent): string =>
  `${tenantFolder(slug)}${photoPath(equipmentId, sha256)}`;

export const thumbnailBlobName = (slug: string, content: PhotoContent): string =>
  `${photoBlobName(slug, content)}${THUMBNAIL}`;

/** Where a client puts the bytes. The same for the same content, so a PUT whose answer got lost can be repeated. */
export const stagedBlobName = (slug: string, { equipmentId, sha256 }: PhotoContent): string =>
  `${tenantFolder(slug)}uploads/${equipmentId}/${sha256}`;

export interface NamedBlob extends PhotoContent {
  readonly kind: 'PHOTO' | 'THUMBNAIL' | 'STAGED';
}

const NAME =
  /^[^/]+\/(?<folder>equipment|uploads)\/(?<equipmentId>[0-9a-f-]{36})\/(?<sha256>[0-9a-f]{64})(?<thumbnail>\.thumb\.webp)?$/;

/** What a name stands for; null for one that WellPulse never gives. */
export function parseBlobName(name: string): NamedBlob | null {
  const { folder, equipmentId, sha256, thumbnail } = NAME.exec(name)?.groups ?? {};
  if (equipmentId === undefined || sha256 === undefined) return null;
  if (folder === 'uploads') return thumbnail === undefined ? { kind: 'STAGED', equipmentId, sha256 } : null;
  return { kind: thumbnail === undefined ? 'PHOTO' : 'THUMBNAIL', equipmentId, sha256 };
}
