/** What each platform does with pictures. Its tests call this with the platform's own ways. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Picture, Pictures } from '../ports.ts';

/** A platform in a test. */
export interface PlatformOfPictures {
  readonly pictures: Pictures;
  /** Lets a person choose these bytes as a file. */
  readonly given: (bytes: Uint8Array, name: string) => Promise<Picture>;
  /** Lets them think better of it. */
  readonly givenNone: () => void;
  /** What lies at a place; null for nothing. */
  readonly read: (place: string) => Promise<Uint8Array | null>;
}

/** A JPEG with so many pixels, and something on it. */
export const aJpeg = async (width: number, height: number): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({
      create: {
        width,
        height,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
        background: 'grey',
      },
    })
      .jpeg()
      .toBuffer(),
  );

const SMALL = { side: 80, quality: 0.7 };

export function describePictures(name: string, open: () => Promise<PlatformOfPictures>): void {
  describe(`the pictures of ${name}`, () => {
    test('become JPEGs of the side that is asked for, and stand beside what they were made of', async () => {
      const { pictures, given, read } = await open();
      const wide = await given(await aJpeg(200, 100), 'wide.jpg');
      const made = await pictures.compress(wide, SMALL);
      const bytes = (await read(made?.place ?? '')) ?? new Uint8Array();
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 80, height: 40 });
      expect(made).toMatchObject({ name: 'wide.jpg', size: bytes.length, takenAt: wide.takenAt });
      expect((await read(wide.place))?.length).toBe(wide.size);
    });

    test('never grow', async () => {
      const { pictures, given, read } = await open();
      const made = await pictures.compress(await given(await aJpeg(30, 60), 'high.jpg'), SMALL);
      const bytes = (await read(made?.place ?? '')) ?? new Uint8Array();
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 30, height: 60 });
    });

    test('are none where a file only says so', async () => {
      const { pictures, given } = await open();
      const disguise = await given(new TextEncoder().encode('<svg></svg>'), 'pump.jpg');
      expect(await pictures.compress(disguise, SMALL)).toBeNull();
    });

    test('are removed, those that were made of others', async () => {
      const { pictures, given, read } = await open();
      const made = await pictures.compress(await given(await aJpeg(90, 90), 'one.jpg'), SMALL);
      pictures.forget(made ?? { place: '' });
      expect(await read(made?.place ?? '')).toBeNull();
    });

    test('are chosen by a person, as many as they want', async () => {
      const { pictures, given } = await open();
      const one = await given(await aJpeg(20, 20), 'one.jpg');
      expect(await pictures.choose()).toMatchObject([{ name: 'one.jpg', size: one.size, takenAt: null }]);
    });

    test('are none where a person thinks better of it', async () => {
      const { pictures, givenNone } = await open();
      givenNone();
      expect(await pictures.choose()).toEqual([]);
    });

    test('are shown by an address, bytes and all', async () => {
      const { pictures } = await open();
      const bytes = await aJpeg(20, 20);
      const address = pictures.show(bytes, 'image/jpeg');
      expect(new Uint8Array(await (await fetch(address)).arrayBuffer())).toEqual(bytes);
      pictures.hide(address);
    });
  });
}
