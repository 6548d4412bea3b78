/** Photos between the camera and their event. Each is kept from the moment it is taken, so a crash loses none. */
import {
  eventPhotoSchema,
  MAX_PHOTO_BYTES,
  photoContentTypeSchema,
  type EventPhoto,
  type Location,
  type PhotoContentType,
} from '@wellpulse/contracts';
import type { z } from 'zod';
import type { DeviceDatabase } from '../database/device-database.ts';
import { Digest } from '../lib/digest.ts';
import { inPieces } from '../lib/pieces.ts';
import { OfflineError } from '../offline-error.ts';
import { instantOf, newId } from '../ports/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { PhotoFile, PhotoFiles } from '../ports/photo-files.ts';

/** A photo as a camera or a file gives it: by its place, or the bytes themselves where they are few. */
export type TakenPhoto = PhotoFacts & ({ readonly place: string } | { readonly bytes: Uint8Array });

interface PhotoFacts {
  readonly contentType: PhotoContentType;
  /** When it was taken, RFC 3339; null if that is not known, left out for now. */
  readonly takenAt?: string | null;
  readonly location?: Location | null;
}

export class PhotoStore {
  readonly #database: DeviceDatabase;
  readonly #files: PhotoFiles;
  readonly #clock: Clock;

  constructor(database: DeviceDatabase, files: PhotoFiles, clock: Clock) {
    this.#database = database;
    this.#files = files;
    this.#clock = clock;
  }

  /**
   * Stores a copy of a photo and returns what its event must say of it. Throws `PHOTO_REFUSED` if it is empty or larger than 10
   * MiB, `PHOTO_GONE` if nothing is at its place, and `DISK_FULL`.
   *
   * @example
   * const photo = await client.photos.keep({ place: picture.uri, contentType: 'image/jpeg' });
   */
  async keep({ contentType, takenAt, location = null, ...given }: TakenPhoto): Promise<EventPhoto> {
    const source = 'bytes' in given ? inMemory(given.bytes) : await this.#files.open(given.place);
    if (source === null) throw new OfflineError({ code: 'PHOTO_GONE' });
    if (source.size === 0 || source.size > MAX_PHOTO_BYTES) throw new OfflineError({ code: 'PHOTO_REFUSED' });
    const createdAt = instantOf(this.#clock.now());
    const facts = factsSchema.parse({
      photoId: newId(this.#clock),
      contentType,
      takenAt: takenAt === undefined ? createdAt : takenAt,
      location,
    });
    const { path, ...digest } = await this.#database.inRoom(() => this.#save(facts, source));
    const photo = eventPhotoSchema.parse({ ...facts, ...digest });
    await this.#database.write((db) =>
      db
        .insertInto('photos')
        .values({
          photo_id: photo.photoId,
          sha256: photo.sha256,
          size_bytes: photo.sizeBytes,
          content_type: contentType,
          path,
          created_at: createdAt,
        })
        .execute(),
    );
    return photo;
  }

  /** The file of a photo that is still on this device, to show it by its place; else null. */
  async open(photoId: string): Promise<PhotoFile | null> {
    const row = await this.#database.read((db) =>
      db.selectFrom('photos').where('photo_id', '=', photoId).select('path').executeTakeFirst(),
    );
    const path = row?.path ?? null;
    return path === null ? null : this.#files.open(path);
  }

  /**
   * A photo by its content, as readings and logs name it; null if its bytes are not on this device.
   *
   * @example
   * const photo = await client.photos.openContent(reading.photoHashes[0]);
   */
  async openContent(
    sha256: string,
  ): Promise<{ readonly file: PhotoFile; readonly contentType: PhotoContentType } | null> {
    const rows = await this.#database.read((db) =>
      db
        .selectFrom('photos')
        .where('sha256', '=', sha256)
        .where('path', 'is not', null)
        .select(['path', 'content_type'])
        .execute(),
    );
    for (const row of rows) {
      const file = await this.#files.open(row.path ?? '');
      if (file !== null) return { file, contentType: photoContentTypeSchema.parse(row.content_type) };
    }
    return null;
  }

  /** Deletes a photo that belongs to no event yet. A photo of an event stays. */
  async discard(photoId: string): Promise<void> {
    const removed = await this.#database.write((db) =>
      db
        .deleteFrom('photos')
        .where('photo_id', '=', photoId)
        .where('event_id', 'is', null)
        .where('equipment_id', 'is', null)
        .where('well_id', 'is', null)
        .returning('path')
        .executeTakeFirst(),
    );
    const path = removed?.path ?? null;
    if (path !== null) await this.#files.remove(path);
  }

  /** Copied and hashed in one go, so that the hash is of what stands on the disk. */
  async #save(
    { photoId, contentType }: z.infer<typeof factsSchema>,
    { pieces }: Pick<PhotoFile, 'pieces'>,
  ): Promise<{ readonly path: string; readonly sha256: string; readonly sizeBytes: number }> {
    const digest = new Digest();
    const path = await this.#files.save(photoFileName(photoId, contentType), digest.of(pieces()));
    return { path, ...digest.result };
  }
}

/** What is known of a photo before its bytes are read. */
const factsSchema = eventPhotoSchema.omit({ sha256: true, sizeBytes: true });

const inMemory = (bytes: Uint8Array) => ({ size: bytes.length, pieces: () => inPieces(bytes) });

/** Under which the file of a photo is saved. */
export const photoFileName = (photoId: string, contentType: PhotoContentType): string =>
  `${photoId}.${contentType.slice('image/'.length)}`;
