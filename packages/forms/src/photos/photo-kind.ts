/** What a file really is, by its first bytes: a name can say anything. */
import type { PhotoContentType } from '@wellpulse/contracts';

/** So many bytes say it. */
export const PHOTO_HEAD_BYTES = 16;
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']);

/**
 * The kind of a picture, by the first bytes of its file. Null for what is none of the kinds of pictures that are kept.
 *
 * @example
 * photoKind(new Uint8Array([0xff, 0xd8, 0xff])); // 'image/jpeg'
 */
export function photoKind(head: Uint8Array): PhotoContentType | null {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (text(0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp' && HEIC_BRANDS.has(text(8, 12))) return 'image/heic';
  return null;
}
