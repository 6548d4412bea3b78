/**
 * Takes bytes in: checks that they are what was announced and a picture. It keeps them under their final name, and only then
 * says that the photo is stored. Interrupted anywhere, it can be done again. A photo is wholly in memory while it is checked,
 * so only a few are checked at a time; none of it happens under the tenant's lock.
 */
import { Inject, Injectable } from '@nestjs/common';
import { MAX_PHOTO_BYTES, message, PHOTO_OVER_LIMIT } from '@wellpulse/contracts';
import { ownerOf, photoKey, type OwnerIds, type PhotoRow } from '@wellpulse/domain';
import { createHash } from 'node:crypto';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { byCaller, BY_SYSTEM } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import type { Origin, WriteResult } from '../write-path/intent.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { BlobStorage, type BlobInfo } from './blob-storage.ts';
import { photoBlobName, stagedBlobName, thumbnailBlobName } from './photo-names.ts';
import { readPicture, type Picture } from './picture.ts';
import { ConcurrencyLimit } from '../http/limits/concurrency-limit.ts';

/** A tenant, with the database of its own. */
export type TenantContext = Pick<Caller, 'tenant' | 'database'>;

/** Bytes that were checked. */
export interface CheckedPhoto extends Picture {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** As many as there are cores on a small server; a large picture takes hundreds of megabytes while it is decoded. */
const PHOTOS_AT_ONCE = 2;
/** How often bytes that are written over while they are read are looked at again. */
const MOST_LOOKS = 5;

@Injectable()
export class PhotoIntake {
  readonly #limit = new ConcurrencyLimit(PHOTOS_AT_ONCE);

  constructor(
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(TenantWriter) private readonly writer: TenantWriter,
  ) {}

  /** Has a photo in memory for as long as `work` takes, when it is its turn. */
  withSlot<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#limit.run(work);
  }

  /**
   * Takes in what lies in the photo's upload place; null if there is nothing. What is wrong with it is thrown, and the
   * bytes are removed, so that the right ones can be sent.
   */
  async promoteStaged(context: TenantContext, photo: PhotoRow, origin: Origin): Promise<PhotoRow | null> {
    return this.withSlot(async () => {
      const name = stagedBlobName(context.tenant.slug, photo);
      // Somebody else may put the same photo while it is read: then what they put is looked at.
      for (let look = 0; look < MOST_LOOKS; look += 1) {
        const found = await this.storage.find(name);
        if (found === null) return null;
        const checked = await this.#checkStaged(name, found, photo);
        if (checked === null) continue;
        const kept = await this.keep(context, photo, checked, origin);
        await this.storage.remove(name, found);
        return kept;
      }
      return null;
    });
  }

  /** Takes in what lies under the photo's final name already, with a new thumbnail; null if there is nothing. */
  async restore(context: TenantContext, photo: PhotoRow, origin: Origin): Promise<PhotoRow | null> {
    return this.withSlot(async () => {
      const name = photoBlobName(context.tenant.slug, photo);
      const found = await this.storage.find(name);
      if (found === null) return null;
      refuseOther(found, photo);
      const bytes = await this.storage.read(name, found);
      return bytes === null ? null : this.keep(context, photo, await checkPhoto(bytes, photo), origin);
    });
  }

  /** The same for an announced photo. Bytes that are not what was announced give way to those that come. */
  async takeInIfThere(caller: Caller, photo: PhotoRow): Promise<PhotoRow | null> {
    try {
      return await this.restore(caller, photo, byCaller(caller));
    } catch (error) {
      if (error instanceof ProblemError) return null;
      throw error;
    }
  }

  /** Writes checked bytes under their final name, and then says so. */
  async keep(
    context: TenantContext,
    photo: PhotoRow,
    checked: CheckedPhoto,
    origin: Origin,
  ): Promise<PhotoRow> {
    const { slug } = context.tenant;
    const { bytes, sha256, contentType, width, height, thumbnail } = checked;
    const owner = ownerOf(photo);
    await Promise.all([
      this.storage.write(photoBlobName(slug, photo), bytes, contentType),
      ...(thumbnail === null
        ? []
        : [this.storage.write(thumbnailBlobName(slug, photo), thumbnail, 'image/webp')]),
    ]);
    const result = await this.writer.write(context.database, origin, [
      {
        eventType: 'PHOTO_STORED',
        aggregateId: owner.id,
        baseVersion: null,
        payload: {
          owner: owner.kind,
          photoId: photo.id,
          sha256,
          sizeBytes: bytes.length,
          contentType,
          width,
          height,
          hasThumbnail: thumbnail !== null,
        },
      },
    ]);
    firstAccepted(result);
    return photoOf(result, photo);
  }

  /** Says that a photo is missing if the storage has no bytes of it; the photo as it is then, null if all is well. */
  async markMissingIfGone(context: TenantContext, photo: PhotoRow): Promise<PhotoRow | null> {
    const { id: photoId, sha256 } = photo;
    const owner = ownerOf(photo);
    if ((await this.storage.find(photoBlobName(context.tenant.slug, photo))) !== null) return null;
    const result = await this.writer.write(context.database, BY_SYSTEM, [
      {
        eventType: 'PHOTO_LOST',
        aggregateId: owner.id,
        baseVersion: null,
        payload: { owner: owner.kind, photoId, sha256 },
      },
    ]);
    firstAccepted(result);
    return photoOf(result, photo);
  }

  /** Null if the bytes are gone, or others were put since. */
  async #checkStaged(name: string, found: BlobInfo, photo: PhotoRow): Promise<CheckedPhoto | null> {
    try {
      refuseOther(found, photo);
      const bytes = await this.storage.read(name, found);
      return bytes === null ? null : await checkPhoto(bytes, photo);
    } catch (error) {
      if (error instanceof ProblemError && error.code !== 'UNAVAILABLE') {
        await this.storage.remove(name, found);
      }
      throw error;
    }
  }
}

/** A photo as it is after a write about it. */
export function photoOf({ workset }: WriteResult, photo: OwnerIds & { readonly sha256: string }): PhotoRow {
  const row = workset.photos.get(photoKey(ownerOf(photo), photo.sha256));
  if (row === undefined) throw new Error('A photo that was written about has a row');
  return row;
}

/**
 * Checks bytes against what was said of them. Throws `PHOTO_MISMATCH`, and what `readPicture` throws.
 */
export async function checkPhoto(
  bytes: Buffer,
  said: { readonly sha256?: string | undefined; readonly contentType?: string | undefined },
): Promise<CheckedPhoto> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (said.sha256 !== undefined && said.sha256 !== sha256) {
    throw mismatch(message('otherSha256'));
  }
  const picture = await readPicture(bytes);
  if (said.contentType !== undefined && said.contentType !== picture.contentType) {
    throw mismatch(message('otherPicture', { is: picture.contentType, announced: said.contentType }));
  }
  return { ...picture, bytes, sha256 };
}

/** What can be said before anything is downloaded. */
function refuseOther({ sizeBytes, contentType }: BlobInfo, photo: PhotoRow): void {
  if (sizeBytes > MAX_PHOTO_BYTES) {
    throw new ProblemError('PAYLOAD_TOO_LARGE', { detail: PHOTO_OVER_LIMIT });
  }
  if (sizeBytes !== photo.sizeBytes) {
    throw mismatch(message('otherSize', { is: sizeBytes, announced: photo.sizeBytes }));
  }
  if (contentType !== photo.contentType) {
    throw mismatch(message('otherUpload', { is: contentType, announced: photo.contentType }));
  }
}

const mismatch = (detail: string): ProblemError => new ProblemError('PHOTO_MISMATCH', { detail });
