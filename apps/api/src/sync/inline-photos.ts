/** Small photos that came inside a batch. Their entries are settled by then: a photo that fails comes the usual way. */
import { Inject, Injectable } from '@nestjs/common';
import { inlinePhotoSchema, MAX_PHOTO_BYTES, type InlinePhoto } from '@wellpulse/contracts';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { LOGGER } from '../config/logger.ts';
import { BlobStorage } from '../photos/blob-storage.ts';
import { checkPhoto, PhotoIntake } from '../photos/photo-intake.ts';
import { byCaller } from '../write-path/origin.ts';
import { toPhotoRow } from '../write-path/records.ts';

/** What comes after these comes the usual way. */
const MAX_PHOTOS = 100;
const MAX_MS = 10_000;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

@Injectable()
export class InlinePhotos {
  constructor(
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(PhotoIntake) private readonly intake: PhotoIntake,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * One at a time, and no longer than the device should wait for its answer. What is wrong with one is logged; it stays
   * WAITING, which is what its device is told.
   */
  async store(caller: Caller, photos: readonly unknown[]): Promise<void> {
    const signal = AbortSignal.timeout(MAX_MS);
    const isOver = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
    await Promise.race([this.#storeAll(caller, photos, signal), isOver]);
  }

  async #storeAll(caller: Caller, photos: readonly unknown[], signal: AbortSignal): Promise<void> {
    for (const given of photos.slice(0, MAX_PHOTOS)) {
      const photo = inlinePhotoSchema.safeParse(given);
      const code = photo.success ? await this.#failureOf(caller, photo.data, signal) : 'VALIDATION_FAILED';
      if (code === null) continue;
      this.logger.warn({ photoId: photo.data?.photoId, code }, 'a photo within a batch was not taken');
      // The next ones would not fare better.
      if (code === 'UNAVAILABLE') return;
    }
  }

  async #failureOf(caller: Caller, photo: InlinePhoto, signal: AbortSignal): Promise<string | null> {
    try {
      await this.#storeOne(caller, photo, signal);
      return null;
    } catch (reason) {
      if (signal.aborted) return 'UNAVAILABLE';
      return reason instanceof ProblemError ? reason.code : 'INTERNAL';
    }
  }

  async #storeOne(caller: Caller, { photoId, base64Data }: InlinePhoto, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { rows } = await sql<Parameters<typeof toPhotoRow>[0]>`
      select * from photos where id = ${photoId} or alias_ids @> array[${photoId}]::uuid[]`.execute(
      caller.database.db,
    );
    const [row] = rows;
    // Without an entry that names it, nobody would ever see it.
    if (row === undefined) throw new ProblemError('PHOTO_NOT_FOUND');
    if (row.state === 'STORED') return;
    if (!BASE64.test(base64Data)) throw new ProblemError('PHOTO_UNREADABLE');
    if (base64Data.length > (MAX_PHOTO_BYTES * 4) / 3 + 4) throw new ProblemError('PAYLOAD_TOO_LARGE');
    await this.storage.reach(signal);
    await this.intake.withSlot(async () => {
      signal.throwIfAborted();
      const photo = toPhotoRow(row);
      const checked = await checkPhoto(Buffer.from(base64Data, 'base64'), photo);
      await this.intake.keep(caller, photo, checked, byCaller(caller));
    });
  }
}
