import { DEVICE_PHOTO_BYTES, MAX_PHOTO_BYTES } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { photoFactsOf } from './photo-facts.ts';
import { photoKind } from './photo-kind.ts';
import { compressPhoto } from './photo-size.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)]),
  );

describe('what a file is', () => {
  it.each([
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a PNG', bytes('\u0089PNG\r\n\u001a\n'), 'image/png'],
    ['a WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image/webp'],
    ['a HEIC', bytes([0, 0, 0, 24], 'ftypheic'), 'image/heic'],
  ])('%s by its first bytes', (_, file, kind) => {
    expect(photoKind(file)).toBe(kind);
  });

  it.each([
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a video', bytes([0, 0, 0, 24], 'ftypmp42')],
    ['a sound', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt ')],
    ['nothing', bytes()],
  ])('%s is no picture, whatever its name', (_, file) => {
    expect(photoKind(file)).toBeNull();
  });
});

const WELL = { latitude: 31.8457, longitude: -102.3676 };
const CHANGED = new Date('2026-03-11T00:00:00Z');
const CAMERA = { DateTimeOriginal: '2026:03:10 09:14:00', OffsetTimeOriginal: '-06:00' };

describe('when and where a photo was taken', () => {
  it('is what the camera wrote, with the distance to the well', () => {
    const place = { latitude: 31.8467, longitude: -102.3676, GPSHPositioningError: 3 };
    expect(photoFactsOf({ ...CAMERA, ...place }, CHANGED, WELL)).toEqual({
      takenAt: '2026-03-10T15:14:00.000Z',
      location: {
        latitude: 31.8467,
        longitude: -102.3676,
        accuracyFeet: 9.8,
        capturedAt: '2026-03-10T15:14:00.000Z',
        distanceFeet: 365,
      },
    });
  });

  it('has no distance where the well has no place, and the time of the file where the camera gives none', () => {
    const { takenAt, location } = photoFactsOf({ latitude: 31.8, longitude: -102.3 }, CHANGED, null);
    expect(takenAt).toBeNull();
    expect(location).toMatchObject({ distanceFeet: null, capturedAt: CHANGED.toISOString() });
  });

  it.each([
    ['nothing', {}],
    ['zeros of a camera without a fix', { latitude: 0, longitude: 0 }],
    ['places off the earth', { latitude: 91, longitude: 10 }],
    ['damaged values', { latitude: Number.NaN, longitude: 'x', DateTimeOriginal: '0000:00:00 00:00:00' }],
  ])('is not known from %s', (_, tags) => {
    expect(photoFactsOf(tags, CHANGED, WELL)).toEqual({ takenAt: null, location: null });
  });
});

describe('how small a photo becomes', () => {
  const MEGABYTE = 1_000_000;
  const words = createWords('en');
  /** The size that a photo of a size gets where the tries give these sizes; and those that were given back. */
  const forgotten: number[] = [];
  const sizeOf = async (size: number, tries: readonly (number | null)[]) => {
    const left = [...tries];
    forgotten.length = 0;
    const compressed = await compressPhoto(words, { size }, 'image/jpeg', {
      opens: ['image/jpeg'],
      compress: async () => {
        const next = left.shift() ?? null;
        return next === null ? null : { size: next };
      },
      forget: (picture) => forgotten.push(picture.size),
    });
    return compressed.ok ? compressed.picture.size : compressed.message;
  };

  it('loses seven tenths of a camera with twelve megapixels', async () => {
    const tries = [2.4 * MEGABYTE, 1.9 * MEGABYTE, 1.1 * MEGABYTE, 0.4 * MEGABYTE];
    expect(await sizeOf(4 * MEGABYTE, tries)).toBe(1.1 * MEGABYTE);
    expect(forgotten).toEqual([2.4 * MEGABYTE, 1.9 * MEGABYTE]);
  });

  it('is the smallest that there is, where none is as small', async () => {
    expect(await sizeOf(4 * MEGABYTE, [1.9 * MEGABYTE, 1.6 * MEGABYTE, 1.7 * MEGABYTE, 1.5 * MEGABYTE])).toBe(
      1.5 * MEGABYTE,
    );
  });

  it('stays as it is if it is small already', async () => {
    expect(await sizeOf(DEVICE_PHOTO_BYTES, [1])).toBe(DEVICE_PHOTO_BYTES);
  });

  it('stays as it is if the platform can’t open it, as long as the office takes it', async () => {
    expect(await sizeOf(9 * MEGABYTE, [null])).toBe(9 * MEGABYTE);
    expect(await sizeOf(11 * MEGABYTE, [null])).toContain(words.formatBytes(MAX_PHOTO_BYTES));
  });
});
