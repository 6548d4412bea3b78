import { DEVICE_PHOTO_BYTES } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { compressPhoto } from './compress-photo.ts';
import { factsOf } from './photo-facts.ts';
import { photoKind } from './photo-kind.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Blob(
    parts.map((part) => Uint8Array.from(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );

describe('what a file is', () => {
  it.each([
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a PNG', bytes('\u0089PNG\r\n\u001a\n'), 'image/png'],
    ['a WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image/webp'],
    ['a HEIC', bytes([0, 0, 0, 24], 'ftypheic'), 'image/heic'],
  ])('%s by its first bytes', async (_, file, kind) => {
    expect(await photoKind(file)).toBe(kind);
  });

  it.each([
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a video', bytes([0, 0, 0, 24], 'ftypmp42')],
    ['a sound', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt ')],
    ['nothing', bytes()],
  ])('%s is no picture, whatever its name', async (_, file) => {
    expect(await photoKind(file)).toBeNull();
  });
});

const WELL = { latitude: 31.8457, longitude: -102.3676 };
const CHANGED = new Date('2026-03-11T00:00:00Z');
const CAMERA = { DateTimeOriginal: '2026:03:10 09:14:00', OffsetTimeOriginal: '-06:00' };

describe('when and where a photo was taken', () => {
  it('is what the camera wrote, with the distance to the well', () => {
    const place = { latitude: 31.8467, longitude: -102.3676, GPSHPositioningError: 3 };
    expect(factsOf({ ...CAMERA, ...place }, CHANGED, WELL)).toEqual({
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
    const { takenAt, location } = factsOf({ latitude: 31.8, longitude: -102.3 }, CHANGED, null);
    expect(takenAt).toBeNull();
    expect(location).toMatchObject({ distanceFeet: null, capturedAt: CHANGED.toISOString() });
  });

  it.each([
    ['nothing', {}],
    ['zeros of a camera without a fix', { latitude: 0, longitude: 0 }],
    ['places off the earth', { latitude: 91, longitude: 10 }],
    ['damaged values', { latitude: Number.NaN, longitude: 'x', DateTimeOriginal: '0000:00:00 00:00:00' }],
  ])('is not known from %s', (_, tags) => {
    expect(factsOf(tags, CHANGED, WELL)).toEqual({ takenAt: null, location: null });
  });
});

describe('how small a photo becomes', () => {
  const MEGABYTE = 1_000_000;
  const words = createWords('en');
  const photo = (size: number) => new File([new Uint8Array(size)], 'pump.jpg', { type: 'image/jpeg' });
  /** Gives files of these sizes, one for each try. */
  const giving = (sizes: readonly number[]) => {
    const left = [...sizes];
    return async () => new Blob([new Uint8Array(left.shift() ?? 0)]);
  };
  const sizeOf = async (file: File, tries: readonly number[]) => {
    const compressed = await compressPhoto(words, file, 'image/jpeg', giving(tries));
    return compressed.ok ? compressed.blob.size : null;
  };

  it('loses seven tenths of a camera with twelve megapixels', async () => {
    const tries = [2.4 * MEGABYTE, 1.9 * MEGABYTE, 1.1 * MEGABYTE, 0.4 * MEGABYTE];
    expect(await sizeOf(photo(4 * MEGABYTE), tries)).toBe(1.1 * MEGABYTE);
  });

  it('is the smallest that there is, where none is as small', async () => {
    expect(
      await sizeOf(photo(4 * MEGABYTE), [1.9 * MEGABYTE, 1.6 * MEGABYTE, 1.7 * MEGABYTE, 1.5 * MEGABYTE]),
    ).toBe(1.5 * MEGABYTE);
  });

  it('stays as it is if it is small already', async () => {
    expect(await sizeOf(photo(DEVICE_PHOTO_BYTES), [1])).toBe(DEVICE_PHOTO_BYTES);
  });
});
