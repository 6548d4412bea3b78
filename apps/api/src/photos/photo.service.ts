import { Inject, Injectable } from '@nestjs/common';
import {
  MAX_PHOTO_BYTES,
  PHOTO_OVER_LIMIT,
  type EventPhoto,
  type PhotoUploadRequest,
  type PhotoUploadTicket,
  message,
} from '@wellpulse/contracts';
import {
  answerToAnnouncement,
  confirmationStep,
  ownerIds,
  UPLOAD_ADDRESS_MS,
  type PhotoOwner,
  type PhotoRow,
} from '@wellpulse/domain';
import { readFile } from 'node:fs/promises';
import { v7 as uuidV7 } from 'uuid';
import { CLOCK, type Clock } from '../config/clock.ts';
import { badField } from '../http/bodies/multipart.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { BlobStorage } from './blob-storage.ts';
import { checkPhoto, PhotoIntake, photoOf } from './photo-intake.ts';
import { photoBlobName, stagedBlobName } from './photo-names.ts';
import { readPhoto } from './photo.queries.ts';
import type { SaidOfPhoto } from './receive-photo.ts';

@Injectable()
export class PhotoService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(PhotoIntake) private readonly intake: PhotoIntake,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a photo known. Says where to put its bytes, that they are there, or that nobody holds them. */
  async announce(
    caller: Caller,
    owner: PhotoOwner,
    { isHeld = true, ...request }: PhotoUploadRequest,
  ): Promise<PhotoUploadTicket> {
    if (request.sizeBytes > MAX_PHOTO_BYTES) {
      throw new ProblemError('PAYLOAD_TOO_LARGE', { detail: PHOTO_OVER_LIMIT });
    }
    await this.storage.reach();
    const photo = await this.#announce(caller, owner, request);
    const { slug } = caller.tenant;
    const blobName = photoBlobName(slug, photo);
    // After the database was put back the storage may hold what its device holds no more.
    const isThere = photo.state === 'STORED' || (await this.intake.takeInIfThere(caller, photo)) !== null;
    const state = answerToAnnouncement({ isThere, isHeld });
    if (state === 'MISSING') await this.intake.markMissingIfGone(caller, photo);
    if (state !== 'WAITING') return { state, blobName };
    const expiresAt = new Date(Date.parse(this.clock.now()) + UPLOAD_ADDRESS_MS);
    return {
      state,
      uploadUrl: await this.storage.uploadUrl(stagedBlobName(slug, photo), expiresAt),
      blobName,
      expiresAt: expiresAt.toISOString(),
      headers: { 'x-ms-blob-type': 'BlockBlob', 'Content-Type': photo.contentType },
    };
  }

  /** Checks the bytes that were put, and stores the photo. Doing it again gives the same photo. */
  async confirm(caller: Caller, owner: PhotoOwner, photoId: string): Promise<PhotoRow> {
    const { db } = caller.database;
    const photo = await readPhoto(db, owner, photoId);
    if (confirmationStep(photo.state, 'NOTHING') === 'ANSWER') return photo;
    const taken = await this.intake.promoteStaged(caller, photo, byCaller(caller));
    if (taken !== null) return taken;
    // Somebody else may have confirmed it in between.
    const now = await readPhoto(db, owner, photoId);
    const step = confirmationStep(now.state, 'NOTHING');
    if (step === 'PHOTO_NOT_UPLOADED') throw new ProblemError(step);
    return now;
  }

  /** Takes in a whole photo at once. Nothing of it is known if the bytes are refused. */
  async upload(caller: Caller, owner: PhotoOwner, filePath: string, said: SaidOfPhoto): Promise<PhotoRow> {
    await this.storage.reach();
    return this.intake.withSlot(async () => {
      const bytes = await readFile(filePath);
      if (bytes.length === 0) throw badField('file', message('notEmpty'));
      const checked = await checkPhoto(bytes, said);
      const photo = await this.#announce(caller, owner, {
        ...said,
        photoId: said.photoId ?? uuidV7(),
        sha256: checked.sha256,
        sizeBytes: bytes.length,
        contentType: checked.contentType,
      });
      if (photo.state === 'STORED') return photo;
      return this.intake.keep(caller, photo, checked, byCaller(caller));
    });
  }

  /** What is stored by the log, and by the storage no longer, waits for its bytes again. */
  async #announce(caller: Caller, owner: PhotoOwner, photo: EventPhoto): Promise<PhotoRow> {
    const result = await this.writer.write(caller.database, byCaller(caller), [
      {
        eventType: 'PHOTO_ANNOUNCED',
        aggregateId: owner.id,
        baseVersion: null,
        payload: { ...photo, owner: owner.kind },
      },
    ]);
    firstAccepted(result);
    const known = photoOf(result, { ...ownerIds(owner), sha256: photo.sha256 });
    if (known.state !== 'STORED') return known;
    return (await this.intake.markMissingIfGone(caller, known)) ?? known;
  }
}
