/** Makes a photo small enough for a weak link, in the browser. */
import { DEVICE_PHOTO_BYTES, MAX_PHOTO_BYTES, type PhotoContentType } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';

export type Compressed =
  | { readonly ok: true; readonly blob: Blob; readonly contentType: PhotoContentType }
  /** Why it can't be sent, in words. */
  | { readonly ok: false; readonly message: string };

/** The longest side in pixels, and JPEG's quality. */
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

/**
 * At most 2 MB, and at most 30 % of a larger one, where that is possible. A small one and a HEIC, which browsers can't open, stay as they
 * are. `compress` makes one try.
 */
export async function compressPhoto(
  words: Words,
  file: File,
  contentType: PhotoContentType,
  compress: (file: File, step: CompressionStep) => Promise<Blob> = compressTo,
): Promise<Compressed> {
  if (file.size === 0) return { ok: false, message: words.formMessages.photoEmpty };
  if (file.size <= DEVICE_PHOTO_BYTES) return { ok: true, blob: file, contentType };
  if (contentType !== 'image/heic') {
    let smallest: Blob | null = null;
    for (const step of STEPS) {
      const smaller = await compress(file, step).catch(() => null);
      if (smaller === null) break;
      if (smallest === null || smaller.size < smallest.size) smallest = smaller;
      if (smallest.size <= Math.min(DEVICE_PHOTO_BYTES, file.size * SHARE_LEFT)) break;
    }
    if (smallest !== null && smallest.size <= DEVICE_PHOTO_BYTES)
      return { ok: true, blob: smallest, contentType: 'image/jpeg' };
  }
  if (file.size <= MAX_PHOTO_BYTES) return { ok: true, blob: file, contentType };
  return {
    ok: false,
    message: words.formMessages.photoTooLarge(
      words.formatBytes(file.size),
      words.formatBytes(MAX_PHOTO_BYTES),
    ),
  };
}

async function compressTo(file: File, { side, quality }: CompressionStep): Promise<Blob> {
  const { default: Compressor } = await import('compressorjs');
  return new Promise((resolve, reject) => {
    new Compressor(file, {
      maxWidth: side,
      maxHeight: side,
      quality,
      mimeType: 'image/jpeg',
      success: resolve,
      error: reject,
    });
  });
}
