/** Small photos that came inside a batch. Their entries are settled by then: a photo that fails comes the usual way. */
import { Inject, Injectable } from '@nestjs/common';
import { MAX_PHOTO_BYTES, type InlinePhoto } from '@wellpulse/contracts';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { ProblemError } from '../http/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { LOGGER } from '../operations/logger.ts';
import { BlobStorage } from '../photos/blob-storage.ts';
import { checkPhoto, PhotoKeeper } from '../photos/photo-keeper.ts';
import { byCaller } from '../write-path/origin.ts';
import { toPhotoRow } from '../write-path/rows.ts';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

@Injectable()
export class InlinePhotos {
  constructor(
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(PhotoKeeper) private readonly keeper: PhotoKeeper,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** One at a time. What is wrong with one is logged; it stays WAITING, which is what its device is told. */
  async take(caller: Caller, photos: readonly InlinePhoto[]): Promise<void> {
    for (const photo of photos) {
      try {
        await this.#takeOne(caller, photo);
      } catch (reason) {
        const code = reason instanceof ProblemError ? reason.code : 'INTERNAL';
        this.logger.warn({ photoId: photo.photoId, code }, 'a photo within a batch was not taken');
      }
    }
  }

  async #takeOne(caller: Caller, { photoId, base64Data }: InlinePhoto): Promise<void> {
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
    await this.storage.reach();
    await this.keeper.inTurn(async () => {
      const photo = toPhotoRow(row);
      const checked = await checkPhoto(Buffer.from(base64Data, 'base64'), photo);
      await this.keeper.keep(caller, photo, checked, byCaller(caller));
    });
  }
}
