/** From a picture of the camera or of a file to a photo that the device keeps: small enough, with what it tells of itself. */
import type { Location, PhotoContentType } from '@wellpulse/contracts';
import type { Position } from '@wellpulse/domain';
import { compressPhoto, photoFactsOf, photoKind, type PhotoFacts, type Preparation } from '@wellpulse/forms';
import type { PhotoFiles } from '@wellpulse/offline';
import type { Words } from '@wellpulse/words';
import type { Picture, Pictures } from '../native/ports.ts';
import { exifOf } from './exif/exif.ts';

/** A picture that can be kept. */
export interface PreparedPicture extends PhotoFacts {
  readonly picture: Picture;
  readonly contentType: PhotoContentType;
}

/** What preparing takes of the platform. */
export interface PictureParts {
  /** Opens a picture by its place. */
  readonly files: Pick<PhotoFiles, 'open'>;
  readonly pictures: Pick<Pictures, 'opens' | 'compress' | 'forget'>;
}

/** Where photos are taken. */
export interface PhotoPlace {
  /** Of the well, for their distance; null where nobody has measured it. */
  readonly well: Position | null;
  /** Where the person stands at this moment; null where nobody knows. */
  readonly locate: () => Location | null;
}

/** So far from the beginning of a file cameras write what they tell, in bytes. */
const TOLD_BYTES = 256 * 1024;

/**
 * Prepares a picture: checks its kind by its content, reads what its camera wrote, compresses it. If it can't be kept, the result says why
 * in words.
 *
 * @example
 * const preparation = await preparePicture({ files, pictures }, words, picture, place);
 */
export async function preparePicture(
  { files, pictures }: PictureParts,
  words: Words,
  picture: Picture,
  { well, locate }: PhotoPlace,
): Promise<Preparation<PreparedPicture>> {
  // What the camera has just taken shows where the person stands: it says nothing of that itself.
  const here = picture.takenAt === null ? null : locate();
  const beginning = await beginningOf(files, picture);
  const contentType = photoKind(beginning);
  if (contentType === null) return { ok: false, message: words.formMessages.photoOfNoKind };
  // Before the compression, which takes it away.
  const told = photoFactsOf(await exifOf(beginning), picture.changedAt, well);
  const compressed = await compressPhoto<Picture>(words, picture, contentType, pictures);
  if (!compressed.ok) return compressed;
  if (compressed.picture !== picture) pictures.forget(picture);
  const takenAt = picture.takenAt ?? told.takenAt;
  const location = told.location ?? here;
  return {
    ok: true,
    photo: {
      picture: compressed.picture,
      contentType: compressed.contentType,
      takenAt,
      location,
    },
    shown: {
      // Shown once it is kept: what lies sealed on the disk.
      previewUrl: null,
      sizeBytes: compressed.picture.size,
      takenAt,
      distanceFeet: location?.distanceFeet ?? null,
    },
  };
}

async function beginningOf(files: PictureParts['files'], { place }: Picture): Promise<Uint8Array> {
  const file = await files.open(place);
  const beginning = new Uint8Array(Math.min(TOLD_BYTES, file?.size ?? 0));
  let at = 0;
  for await (const piece of file?.pieces() ?? []) {
    beginning.set(piece.subarray(0, beginning.length - at), at);
    at += Math.min(piece.length, beginning.length - at);
    if (at === beginning.length) break;
  }
  return beginning;
}
