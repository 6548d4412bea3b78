import { Inject, Injectable } from '@nestjs/common';
import {
  MAX_PHOTO_BYTES,
  type EventPhoto,
  type PhotoUploadRequest,
  type PhotoUploadTicket,
} from '@wellpulse/contracts';
import type { PhotoRow } from '@wellpulse/domain';
import { readFile } from 'node:fs/promises';
import { v7 as uuidV7 } from 'uuid';
import { CLOCK, type Clock } from '../config/clock.ts';
import { badField } from '../http/multipart.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { BlobStorage } from './blob-storage.ts';
import { checkPhoto, PhotoIntake, photoOf } from './photo-intake.ts';
import { photoBlobName, stagedBlobName } from './photo-names.ts';
import { readPhoto } from './photo.queries.ts';
import type { SaidOfPhoto } from './receive-photo.ts';

/** Long enough for ten megabytes over a weak link. */
const UPLOAD_MS = 30 * 60_000;

@Injectable()
export class PhotoService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(PhotoIntake) private readonly intake: PhotoIntake,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a photo known and says where to put its bytes, or that they are there. */
  async announce(
    caller: Caller,
    equipmentId: string,
    request: PhotoUploadRequest,
  ): Promise<PhotoUploadTicket> {
    if (request.sizeBytes > MAX_PHOTO_BYTES) {
      throw new ProblemError('PAYLOAD_TOO_LARGE', { detail: 'A photo has at most 10 MiB' });
    }
    await this.storage.reach();
    const photo = await this.#announce(caller, equipmentId, request);
    const { slug } = caller.tenant;
    const blobName = photoBlobName(slug, photo);
    if (photo.state === 'STORED') return { state: 'STORED', blobName };
    const expiresAt = new Date(Date.parse(this.clock.now()) + UPLOAD_MS);
    return {
      state: 'WAITING',
      uploadUrl: await this.storage.uploadUrl(stagedBlobName(slug, photo), expiresAt),
      blobName,
      expiresAt: expiresAt.toISOString(),
      headers: { 'x-ms-blob-type': 'BlockBlob', 'Content-Type': photo.contentType },
    };
  }

  /** Checks the bytes that were put, and stores the photo. Doing it again gives the same photo. */
  async confirm(caller: Caller, equipmentId: string, photoId: string): Promise<PhotoRow> {
    const { db } = caller.database;
    const photo = await readPhoto(db, equipmentId, photoId);
    if (photo.state === 'STORED') return photo;
    const taken = await this.intake.promoteStaged(caller, photo, byCaller(caller));
    if (taken !== null) return taken;
    // Somebody else may have confirmed it in between.
    const now = await readPhoto(db, equipmentId, photoId);
    if (now.state === 'STORED') return now;
    throw new ProblemError('PHOTO_NOT_UPLOADED');
  }

  /** Takes in a whole photo at once. Nothing of it is known if the bytes are refused. */
  async upload(caller: Caller, equipmentId: string, filePath: string, said: SaidOfPhoto): Promise<PhotoRow> {
    await this.storage.reach();
    return this.intake.withSlot(async () => {
      const bytes = await readFile(filePath);
      if (bytes.length === 0) throw badField('file', 'Must not be empty');
      const checked = await checkPhoto(bytes, said);
      const photo = await this.#announce(caller, equipmentId, {
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
  async #announce(caller: Caller, equipmentId: string, payload: EventPhoto): Promise<PhotoRow> {
    const result = await this.writer.write(caller.database, byCaller(caller), [
      { eventType: 'PHOTO_ANNOUNCED', aggregateId: equipmentId, baseVersion: null, payload },
    ]);
    firstAccepted(result);
    const photo = photoOf(result, { equipmentId, sha256: payload.sha256 });
    if (photo.state !== 'STORED') return photo;
    return (await this.intake.markMissingIfGone(caller, photo)) ?? photo;
  }
}
