/**
 * What blobs are called. A tenant's blobs stand below its slug; a verified photo's name says its content. Unchecked bytes
 * stand apart, so no upload address ever reaches checked ones (ADR 10).
 */
import type { PhotoOwnerKind } from '@wellpulse/contracts';
import { ownerOf, photoPath, type OwnerIds, type PhotoOwner } from '@wellpulse/domain';

export interface PhotoContent extends OwnerIds {
  readonly sha256: string;
}

const THUMBNAIL = '.thumb.webp';

/** Everything of a tenant. */
export const tenantFolder = (slug: string): string => `${slug}/`;

/** The verified photo. */
export const photoBlobName = (slug: string, content: PhotoContent): string =>
  `${tenantFolder(slug)}${pathOf(content)}`;

export const thumbnailBlobName = (slug: string, content: PhotoContent): string =>
  `${photoBlobName(slug, content)}${THUMBNAIL}`;

/** Where a client puts the bytes. The same for the same content, so a PUT whose answer got lost can be repeated. */
export const stagedBlobName = (slug: string, content: PhotoContent): string =>
  `${tenantFolder(slug)}${UPLOADS}${pathOf(content)}`;

const UPLOADS = 'uploads/';
const pathOf = (content: PhotoContent): string => photoPath(ownerOf(content), content.sha256);

export interface NamedBlob {
  readonly kind: 'PHOTO' | 'THUMBNAIL' | 'STAGED';
  readonly owner: PhotoOwner;
  readonly sha256: string;
}

const OWNERS: Readonly<Record<string, PhotoOwnerKind>> = { equipment: 'EQUIPMENT', wells: 'WELL' };

const NAME =
  /^[^/]+\/(?<uploads>uploads\/)?(?<folder>equipment|wells)\/(?<id>[0-9a-f-]{36})\/(?<sha256>[0-9a-f]{64})(?<thumbnail>\.thumb\.webp)?$/;

/** What a name stands for; null for one that WellPulse never gives. */
export function parseBlobName(name: string): NamedBlob | null {
  const { uploads, folder = '', id, sha256, thumbnail } = NAME.exec(name)?.groups ?? {};
  const kind = OWNERS[folder];
  if (kind === undefined || id === undefined || sha256 === undefined) return null;
  const content = { owner: { kind, id }, sha256 };
  if (uploads !== undefined) return thumbnail === undefined ? { kind: 'STAGED', ...content } : null;
  return { kind: thumbnail === undefined ? 'PHOTO' : 'THUMBNAIL', ...content };
}
