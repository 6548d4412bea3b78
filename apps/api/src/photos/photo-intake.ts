/**
 * Takes bytes in: checks that they are what was announced and a picture, keeps them under their final name, and only
 * then says that the photo is stored. Interrupted anywhere, it can be done again. A photo is wholly in memory while it
 * is checked, so only a few are checked at a time; none of it happens under the tenant's lock.
 */
import { Inject, Injectable } from '@nestjs/common';
import { MAX_PHOTO_BYTES } from '@wellpulse/contracts';
import { photoKey, type PhotoRow } from '@wellpulse/domain';
import { createHash } from 'node:crypto';
import { ProblemError } from '../http/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { BY_SYSTEM } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import type { Origin, WriteResult } from '../write-path/intent.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { BlobStorage, type BlobInfo } from './blob-storage.ts';
import { photoBlobName, stagedBlobName, thumbnailBlobName } from './photo-names.ts';
import { readPicture, type Picture } from './picture.ts';
import { ConcurrencyLimit } from '../http/concurrency-limit.ts';

export type Place = Pick<Caller, 'tenant' | 'database'>;

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
  async promoteStaged(place: Place, photo: PhotoRow, origin: Origin): Promise<PhotoRow | null> {
    return this.withSlot(async () => {
      const name = stagedBlobName(place.tenant.slug, photo);
      // Somebody else may put the same photo while it is read: then what they put is looked at.
      for (let look = 0; look < MOST_LOOKS; look += 1) {
        const found = await this.storage.find(name);
        if (found === null) return null;
        const checked = await this.#checkStaged(name, found, photo);
        if (checked === null) continue;
        const kept = await this.keep(place, photo, checked, origin);
        await this.storage.remove(name, found);
        return kept;
      }
      return null;
    });
  }

  /** Takes in what lies under the photo's final name already, with a new thumbnail; null if there is nothing. */
  async restore(place: Place, photo: PhotoRow, origin: Origin): Promise<PhotoRow | null> {
    return this.withSlot(async () => {
      const name = photoBlobName(place.tenant.slug, photo);
      const found = await this.storage.find(name);
      if (found === null) return null;
      refuseOther(found, photo);
      const bytes = await this.storage.read(name, found);
      return bytes === null ? null : this.keep(place, photo, await checkPhoto(bytes, photo), origin);
    });
  }

  /** Writes checked bytes under their final name, and then says so. */
  async keep(place: Place, photo: PhotoRow, checked: CheckedPhoto, origin: Origin): Promise<PhotoRow> {
    const { slug } = place.tenant;
    const { bytes, sha256, contentType, width, height, thumbnail } = checked;
    await Promise.all([
      this.storage.write(photoBlobName(slug, photo), bytes, contentType),
      ...(thumbnail === null
        ? []
        : [this.storage.write(thumbnailBlobName(slug, photo), thumbnail, 'image/webp')]),
    ]);
    const result = await this.writer.write(place.database, origin, [
      {
        eventType: 'PHOTO_STORED',
        aggregateId: photo.equipmentId,
        baseVersion: null,
        payload: {
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

  /** Says that a stored photo is missing if its bytes are gone; the photo as it is then, null if all is well. */
  async markMissingIfGone(place: Place, photo: PhotoRow): Promise<PhotoRow | null> {
    const { equipmentId, id: photoId, sha256 } = photo;
    if ((await this.storage.find(photoBlobName(place.tenant.slug, photo))) !== null) return null;
    const result = await this.writer.write(place.database, BY_SYSTEM, [
      {
        eventType: 'PHOTO_LOST',
        aggregateId: equipmentId,
        baseVersion: null,
        payload: { photoId, sha256 },
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
export function photoOf(
  { workset }: WriteResult,
  { equipmentId, sha256 }: Pick<PhotoRow, 'equipmentId' | 'sha256'>,
): PhotoRow {
  const row = workset.photos.get(photoKey(equipmentId, sha256));
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
    throw mismatch('The bytes have another SHA-256 than was announced');
  }
  const picture = await readPicture(bytes);
  if (said.contentType !== undefined && said.contentType !== picture.contentType) {
    throw mismatch(`The bytes are ${picture.contentType}, announced was ${said.contentType}`);
  }
  return { ...picture, bytes, sha256 };
}

/** What can be said before anything is downloaded. */
function refuseOther({ sizeBytes, contentType }: BlobInfo, photo: PhotoRow): void {
  if (sizeBytes > MAX_PHOTO_BYTES) {
    throw new ProblemError('PAYLOAD_TOO_LARGE', { detail: 'A photo has at most 10 MiB' });
  }
  if (sizeBytes !== photo.sizeBytes) {
    throw mismatch(`${sizeBytes} bytes arrived, announced were ${photo.sizeBytes}`);
  }
  if (contentType !== photo.contentType) {
    throw mismatch(`It was uploaded as ${contentType}, announced was ${photo.contentType}`);
  }
}

const mismatch = (detail: string): ProblemError => new ProblemError('PHOTO_MISMATCH', { detail });
