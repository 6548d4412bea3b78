/** From a file that somebody chose to a photo that can be sent. */
import type { PhotoContentType } from '@wellpulse/contracts';
import {
  compressPhoto,
  EXIF_TAGS,
  PHOTO_HEAD_BYTES,
  photoFactsOf,
  photoKind,
  type PhotoFacts,
  type Preparation,
} from '@wellpulse/forms';
import type { Words } from '@wellpulse/words';
import { inBrowser } from './compress-in-browser.ts';
import { sha256Of } from './sha256.ts';

/**
 * A photo that is ready to be sent: compressed, with the facts that its file told. `sha256` is lower-case hex, and null
 * where the browser cannot hash.
 */
export interface PreparedPhoto extends PhotoFacts {
  readonly name: string;
  readonly blob: Blob;
  readonly contentType: PhotoContentType;
  readonly sha256: string | null;
}

/**
 * Prepares a chosen file: checks its kind by its content, reads its facts, compresses and hashes it. If the file can't be
 * sent, the result says why in words. Its preview is to be given back: `URL.revokeObjectURL`.
 *
 * @param well of the item, for the photo's distance to it; null if the well is not known
 * @example
 * const preparation = await preparePhoto(words, file, well);
 * if (!preparation.ok) show(preparation.message);
 */
export async function preparePhoto(
  words: Words,
  file: File,
  well: { readonly latitude: number; readonly longitude: number } | null,
): Promise<Preparation<PreparedPhoto>> {
  const contentType = photoKind(new Uint8Array(await file.slice(0, PHOTO_HEAD_BYTES).arrayBuffer()));
  if (contentType === null) return { ok: false, message: words.formMessages.photoOfNoKind };
  // Before the compression, which takes it away.
  const facts = photoFactsOf(await exifOf(file), new Date(file.lastModified), well);
  const compressed = await compressPhoto<Blob>(words, file, contentType, inBrowser);
  if (!compressed.ok) return compressed;
  const { picture: blob } = compressed;
  return {
    ok: true,
    photo: {
      ...facts,
      name: file.name,
      blob,
      contentType: compressed.contentType,
      sha256: await sha256Of(blob),
    },
    shown: {
      previewUrl: URL.createObjectURL(blob),
      sizeBytes: blob.size,
      takenAt: facts.takenAt,
      distanceFeet: facts.location?.distanceFeet ?? null,
    },
  };
}

/** A damaged file tells nothing. */
async function exifOf(file: File): Promise<object> {
  const exifr = await import('exifr');
  const tags: unknown = await exifr.parse(file, { pick: EXIF_TAGS, reviveValues: false }).catch(() => null);
  return typeof tags === 'object' && tags !== null ? tags : {};
}
