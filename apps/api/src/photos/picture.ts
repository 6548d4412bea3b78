/**
 * What bytes really are. Neither name nor declared type counts: the content's own marks say which format it is. The whole
 * picture is decoded, because a header can promise what does not follow.
 */
import { MAX_PHOTO_PIXELS, type PhotoContentType, message } from '@wellpulse/contracts';
import { ProblemError } from '../http/problems/problem-error.ts';
import { isHeic, readHeicSize } from './heic.ts';

export interface Picture {
  readonly contentType: PhotoContentType;
  /** Pixels, as it is looked at. */
  readonly width: number;
  readonly height: number;
  /** WebP without any metadata; null for what can't be decoded here (HEIC). */
  readonly thumbnail: Buffer | null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const THUMBNAIL_PIXELS = 480;
const THUMBNAIL_QUALITY = 75;
const DECODE_SECONDS = 30;

const CONTENT_TYPES: Readonly<Record<string, PhotoContentType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
};

/**
 * Throws `UNSUPPORTED_MEDIA_TYPE` for anything but the four formats. Throws `PHOTO_UNREADABLE` if the picture is damaged, cut
 * off or larger than any camera's picture.
 */
export async function readPicture(bytes: Buffer): Promise<Picture> {
  // Loaded when needed: most commands of the command-line tool never see a picture.
  const { fileTypeFromBuffer } = await import('file-type');
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  const contentType = CONTENT_TYPES[mime];
  if (contentType !== undefined) return { contentType, ...(await decode(bytes)) };
  if (!/^image\/hei[cf]$/.test(mime) || !isHeic(bytes)) {
    throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', {
      detail: message('otherFileKind'),
    });
  }
  const size = readHeicSize(bytes);
  refuseHuge(size);
  return { contentType: 'image/heic', ...size, thumbnail: null };
}

async function decode(bytes: Buffer): Promise<Size & { thumbnail: Buffer }> {
  const { default: sharp } = await import('sharp');
  try {
    // The header alone, before anything is decoded.
    const { width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    refuseHuge({ width, height });
    const thumbnail = await sharp(bytes, {
      limitInputPixels: MAX_PHOTO_PIXELS,
      // Refuses missing data; cameras' harmless quirks are warnings, and taken.
      failOn: 'error',
    })
      .autoOrient()
      .resize({ width: THUMBNAIL_PIXELS, height: THUMBNAIL_PIXELS, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: THUMBNAIL_QUALITY })
      .timeout({ seconds: DECODE_SECONDS })
      .toBuffer();
    return { width: autoOrient.width, height: autoOrient.height, thumbnail };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('PHOTO_UNREADABLE');
  }
}

function refuseHuge({ width, height }: Size): void {
  if (width * height <= MAX_PHOTO_PIXELS) return;
  const [has, most] = [width * height, MAX_PHOTO_PIXELS].map((pixels) => Math.round(pixels / 1_000_000));
  throw new ProblemError('PHOTO_UNREADABLE', {
    detail: message('tooManyPixels', { has: has ?? 0, most: most ?? 0 }),
  });
}
