/** Photos between the camera and their event. Each is kept from the moment it is taken, so a crash loses none. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  eventPhotoSchema,
  MAX_PHOTO_BYTES,
  type EventPhoto,
  type Location,
  type PhotoContentType,
} from '@wellpulse/contracts';
import type { DeviceDatabase } from '../database/device-database.ts';
import { OfflineError } from '../offline-error.ts';
import { instantOf, newId } from '../ports/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { PhotoFiles } from '../ports/photo-files.ts';

/** A photo as a camera or a file gives it. */
export interface TakenPhoto {
  readonly bytes: Uint8Array;
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
   * Stores a photo and returns what its event must say of it. Throws `PHOTO_REFUSED` if it is empty or larger than 10 MiB, and
   * `DISK_FULL`.
   *
   * @example
   * const photo = await client.photos.keep({ bytes, contentType: 'image/jpeg' });
   */
  async keep({ bytes, contentType, takenAt, location = null }: TakenPhoto): Promise<EventPhoto> {
    if (bytes.length === 0 || bytes.length > MAX_PHOTO_BYTES) {
      throw new OfflineError({ code: 'PHOTO_REFUSED' });
    }
    const createdAt = instantOf(this.#clock.now());
    const photo = eventPhotoSchema.parse({
      photoId: newId(this.#clock),
      sha256: bytesToHex(sha256(bytes)),
      sizeBytes: bytes.length,
      contentType,
      takenAt: takenAt === undefined ? createdAt : takenAt,
      location,
    });
    const path = await this.#database.inRoom(() =>
      this.#files.save(`${photo.photoId}.${contentType.slice('image/'.length)}`, bytes),
    );
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

  /** The bytes of a photo that is still on this device, else null. */
  async read(photoId: string): Promise<Uint8Array | null> {
    const row = await this.#database.read((db) =>
      db.selectFrom('photos').where('photo_id', '=', photoId).select('path').executeTakeFirst(),
    );
    const path = row?.path ?? null;
    return path === null ? null : this.#files.read(path);
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
}
