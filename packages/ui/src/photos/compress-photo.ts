/** Makes a photo small enough for a weak link, in the browser. */
import { DEVICE_PHOTO_BYTES, MAX_PHOTO_BYTES, type PhotoContentType } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';

export type Compressed =
  | { readonly ok: true; readonly blob: Blob; readonly contentType: PhotoContentType }
  /** Why it can't be sent, in words. */
  | { readonly ok: false; readonly message: string };

/** Tried in turn until the result is small enough: the longest side in pixels, and JPEG's quality. */
const STEPS = [
  { side: 4096, quality: 0.85 },
  { side: 3072, quality: 0.75 },
  { side: 2560, quality: 0.65 },
  { side: 2048, quality: 0.5 },
] as const;

/** At most 2 MB where that is possible; a small one and a HEIC, which browsers can't open, stay as they are. */
export async function compressPhoto(
  words: Words,
  file: File,
  contentType: PhotoContentType,
): Promise<Compressed> {
  if (file.size === 0) return { ok: false, message: words.formMessages.photoEmpty };
  if (file.size <= DEVICE_PHOTO_BYTES) return { ok: true, blob: file, contentType };
  if (contentType !== 'image/heic') {
    for (const step of STEPS) {
      const smaller = await compressTo(file, step).catch(() => null);
      if (smaller === null) break;
      if (smaller.size <= DEVICE_PHOTO_BYTES) return { ok: true, blob: smaller, contentType: 'image/jpeg' };
    }
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

async function compressTo(file: File, { side, quality }: (typeof STEPS)[number]): Promise<Blob> {
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
