/** How small a photo becomes before it is kept, whatever makes it smaller: a weak link carries it (issue 14). */
import { DEVICE_PHOTO_BYTES, MAX_PHOTO_BYTES, type PhotoContentType } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';

/** A picture with the size of its file in bytes. */
interface Sized {
  readonly size: number;
}

/** A picture that is small enough; or why it can't be kept, in words. */
export type Compressed<Picture> =
  | { readonly ok: true; readonly picture: Picture; readonly contentType: PhotoContentType }
  | { readonly ok: false; readonly message: string };

/** One try: the longest side in pixels, and JPEG's quality between 0 and 1. */
export interface CompressionStep {
  readonly side: number;
  readonly quality: number;
}

/** Tried in turn until the result is small enough. */
const STEPS: readonly CompressionStep[] = [
  { side: 4096, quality: 0.85 },
  { side: 3072, quality: 0.75 },
  { side: 2560, quality: 0.65 },
  { side: 2048, quality: 0.5 },
];

/** A large photo loses at least 70 % of its bytes. */
const SHARE_LEFT = 0.3;

/** What a platform does for it. */
export interface Compressor<Picture extends Sized> {
  /** The kinds of pictures that it opens. */
  readonly opens: readonly PhotoContentType[];
  /** A JPEG of it, of these measures; null where it can't be opened. */
  compress(picture: Picture, step: CompressionStep): Promise<Picture | null>;
  /** A try that is not taken: what it holds may go. */
  forget?(picture: Picture): void;
}

/**
 * At most 2 MB, and at most 30 % of a larger one, where that is possible. A small one, and one that the platform can't open, stay as they
 * are.
 *
 * @example
 * const compressed = await compressPhoto(words, file, 'image/jpeg', inThisBrowser);
 * if (!compressed.ok) show(compressed.message);
 */
export async function compressPhoto<Picture extends Sized>(
  words: Words,
  original: Picture,
  contentType: PhotoContentType,
  compressor: Compressor<Picture>,
): Promise<Compressed<Picture>> {
  if (original.size === 0) return { ok: false, message: words.formMessages.photoEmpty };
  if (original.size <= DEVICE_PHOTO_BYTES) return { ok: true, picture: original, contentType };
  if (compressor.opens.includes(contentType)) {
    let smallest: Picture | null = null;
    for (const step of STEPS) {
      const smaller = await compressor.compress(original, step).catch(() => null);
      if (smaller === null) break;
      const isSmallest: boolean = smallest === null || smaller.size < smallest.size;
      const left = isSmallest ? smallest : smaller;
      if (left !== null) compressor.forget?.(left);
      if (isSmallest) smallest = smaller;
      if (smallest !== null && smallest.size <= Math.min(DEVICE_PHOTO_BYTES, original.size * SHARE_LEFT))
        break;
    }
    if (smallest !== null && smallest.size <= DEVICE_PHOTO_BYTES)
      return { ok: true, picture: smallest, contentType: 'image/jpeg' };
    if (smallest !== null) compressor.forget?.(smallest);
  }
  if (original.size <= MAX_PHOTO_BYTES) return { ok: true, picture: original, contentType };
  return {
    ok: false,
    message: words.formMessages.photoTooLarge(
      words.formatBytes(original.size),
      words.formatBytes(MAX_PHOTO_BYTES),
    ),
  };
}
