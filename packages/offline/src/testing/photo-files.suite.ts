/** What every store of photos' files must do. Each platform's tests call this with a way to open one. */
import { describe, expect, test } from 'vitest';
import { inPieces, PIECE_BYTES, wholeOf } from '../lib/pieces.ts';
import type { PhotoFiles } from '../ports/photo-files.ts';

const picture = (seed: number, size = 3 * PIECE_BYTES + 17): Uint8Array =>
  Uint8Array.from({ length: size }, (_, index) => (index * seed) % 251);

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield picture(9);
  throw new Error('The camera is gone');
}

/** `open` opens the same store for the same `place`, as a program does that starts again. */
export function describePhotoFiles(
  name: string,
  open: (place: string) => PhotoFiles,
  newPlace: () => string,
): void {
  describe(`${name} as a store of photos`, () => {
    const held = async (files: PhotoFiles, path: string): Promise<Uint8Array | null> => {
      const file = await files.open(path);
      return file === null ? null : wholeOf(file.pieces());
    };

    test('what was saved is there when it is opened again, with its size, in small pieces', async () => {
      const place = newPlace();
      const path = await open(place).save('one.jpeg', inPieces(picture(3)));
      const file = await open(place).open(path);
      expect(file?.size).toBe(picture(3).length);
      const pieces: Uint8Array[] = [];
      for await (const piece of file?.pieces() ?? []) pieces.push(piece);
      expect(pieces.every(({ length }) => length > 0 && length <= PIECE_BYTES)).toBe(true);
      expect(new Uint8Array(Buffer.concat(pieces))).toEqual(picture(3));
    });

    test('it is read from its beginning each time, by several at once, and by one that breaks off', async () => {
      const files = open(newPlace());
      const path = await files.save('one.jpeg', inPieces(picture(3)));
      const file = await files.open(path);
      if (file === null) throw new Error('It is not there');
      for await (const piece of file.pieces()) {
        expect(piece[1]).toBe(3);
        break;
      }
      const read = await Promise.all([wholeOf(file.pieces()), wholeOf(file.pieces())]);
      expect(read).toEqual([picture(3), picture(3)]);
    });

    test('its place opens it too, as one that a camera left there', async () => {
      const files = open(newPlace());
      const first = await files.open(await files.save('one.jpeg', inPieces(picture(3))));
      const camera = await files.open(first?.place ?? '');
      if (camera === null) throw new Error('It is not there');
      const copy = await files.save('copy.jpeg', camera.pieces());
      expect(await held(files, copy)).toEqual(picture(3));
      await files.remove(copy);
      expect(await held(files, first?.place ?? '')).toEqual(picture(3));
    });

    test('pieces may be of any size, and none', async () => {
      const files = open(newPlace());
      const large = picture(5, 5 * PIECE_BYTES);
      const odd = async function* () {
        yield* [large.subarray(0, 1), new Uint8Array(), large.subarray(1)];
      };
      const path = await files.save('large.jpeg', odd());
      expect(await held(files, path)).toEqual(large);
      const empty = await files.open(await files.save('empty.jpeg', inPieces(new Uint8Array())));
      expect(empty?.size).toBe(0);
    });

    test('a saving that breaks off leaves nothing, and a former file as it was', async () => {
      const place = newPlace();
      const files = open(place);
      await expect(files.save('new.jpeg', breaking())).rejects.toThrow('The camera is gone');
      const path = await files.save('one.jpeg', inPieces(picture(3)));
      await expect(files.save('one.jpeg', breaking())).rejects.toThrow('The camera is gone');
      for (const store of [files, open(place)]) {
        expect(await store.open('new.jpeg')).toBeNull();
        expect(await held(store, path)).toEqual(picture(3));
      }
    });

    test('what was removed is gone, also when opened again, and removing it again is no error', async () => {
      const place = newPlace();
      const files = open(place);
      const path = await files.save('one.jpeg', inPieces(picture(3)));
      await files.remove(path);
      await files.remove(path);
      expect([await files.open(path), await open(place).open(path)]).toEqual([null, null]);
      expect(await held(files, await files.save('one.jpeg', inPieces(picture(7))))).toEqual(picture(7));
    });

    test('whoever reads a file that was removed meanwhile gets an error, and no half of it', async () => {
      const files = open(newPlace());
      const path = await files.save('one.jpeg', inPieces(picture(3)));
      const file = await files.open(path);
      if (file === null) throw new Error('It is not there');
      await files.remove(path);
      await expect(wholeOf(file.pieces())).rejects.toThrow();
    });

    test('what is still needed survives the removal of leftovers, and what is saved afterwards', async () => {
      const place = newPlace();
      const known = await open(place).save('known.jpeg', inPieces(picture(3)));
      const files = open(place);
      await files.removeLeftovers(new Set([known]));
      const later = await files.save('later.jpeg', inPieces(picture(5)));
      expect(await held(open(place), known)).toEqual(picture(3));
      expect(await held(open(place), later)).toEqual(picture(5));
    });

    test('an empty store is opened before anything was saved', async () => {
      const files = open(newPlace());
      await files.removeLeftovers(new Set());
      expect(await files.open('one.jpeg')).toBeNull();
    });
  });
}
