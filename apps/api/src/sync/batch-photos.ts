/**
 * The photos of a batch, once its entries are settled: those that came inside it, and those that the storage has already, since the
 * database was put back (ADR 76). What is not taken in here comes the usual way.
 */
import { Inject, Injectable } from '@nestjs/common';
import {
  inlinePhotoSchema,
  MAX_PHOTO_BYTES,
  uuidSchema,
  type InlinePhoto,
  type SyncAnswer,
  type SyncBatch,
} from '@wellpulse/contracts';
import { entryOwner, photosNamedIn, type PhotoOwner } from '@wellpulse/domain';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { z } from 'zod';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { LOGGER } from '../config/logger.ts';
import { BlobStorage } from '../photos/blob-storage.ts';
import { checkPhoto, PhotoIntake } from '../photos/photo-intake.ts';
import { byCaller } from '../write-path/origin.ts';
import { presentLineage } from '../lineage/lineage.service.ts';
import { findPhotos } from '../photos/photo.queries.ts';
import { toPhotoRow } from '../write-path/records.ts';

export interface PhotosOfBatch {
  /** Those whose bytes came with it. */
  readonly sent: readonly unknown[];
  /** Those that its entries name which were taken. */
  readonly named: readonly { readonly owner: PhotoOwner; readonly hashes: readonly string[] }[];
}

/** What comes after these comes the usual way. */
const MAX_PHOTOS = 100;
const MAX_MS = 10_000;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

@Injectable()
export class BatchPhotos {
  constructor(
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(PhotoIntake) private readonly intake: PhotoIntake,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * One at a time, and no longer than the device should wait for its answer. What is wrong with one is logged; it stays
   * WAITING, which is what its device is told.
   */
  async store(caller: Caller, { sent, named }: PhotosOfBatch): Promise<void> {
    const signal = AbortSignal.timeout(MAX_MS);
    const isOver = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
    const all = this.#storeAll(caller, sent, signal).then(() => this.#takeInStored(caller, named, signal));
    await Promise.race([all, isOver]);
  }

  /** Photos of entries that are taken again: the bytes are in the storage, which was not put back. */
  async #takeInStored(caller: Caller, named: PhotosOfBatch['named'], signal: AbortSignal): Promise<void> {
    const { db } = caller.database;
    if (named.length === 0 || (await presentLineage(db)) === 0) return;
    try {
      await this.storage.reach(signal);
      for (const { owner, hashes } of named) {
        for (const photo of await findPhotos(db, owner, hashes)) {
          signal.throwIfAborted();
          if (photo.state !== 'STORED') await this.intake.takeInIfThere(caller, photo);
        }
      }
    } catch (reason) {
      this.logger.warn(
        { err: reason },
        'the storage was not asked for the photos of entries that came again',
      );
    }
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

const namingSchema = z.object({
  id: z.string(),
  eventType: z.string(),
  aggregateId: uuidSchema,
  payload: z.unknown(),
});

/** What a batch says of photos. An event that was taken was read by then, so it names what can be read. */
export function photosOf(
  { events, photos = [] }: SyncBatch,
  { synced, conflicts }: SyncAnswer,
): PhotosOfBatch {
  const taken = new Set([...synced, ...conflicts.map(({ eventId }) => eventId)]);
  const named = events.flatMap((event) => {
    const { data } = namingSchema.safeParse(event);
    const owner = data !== undefined && taken.has(data.id) ? entryOwner(data) : null;
    const hashes = photosNamedIn(data?.payload).map(({ sha256 }) => sha256);
    return owner === null || hashes.length === 0 ? [] : [{ owner, hashes }];
  });
  return { sent: photos, named };
}
