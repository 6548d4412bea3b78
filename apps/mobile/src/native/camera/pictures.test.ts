/** The phone's adapter, over Node's files and sharp in the places of Expo's modules. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { File, folder, picked } from '../files/expo-files.fixture.ts';
import { aJpeg, describePictures } from './pictures-suite.fixture.ts';
import { outgoing } from '../storage/send-file.ts';
import { choosePictures } from './choose-pictures.ios.ts';
import { pictureAt } from './picture-at.ts';
import { pictures } from './pictures.ts';

/** What the library of iOS gives; an error for what it can't. */
const library = vi.hoisted(() => ({ answer: null as unknown, asked: [] as unknown[] }));
vi.mock('expo-image-picker', () => ({
  UIImagePickerPreferredAssetRepresentationMode: { Current: 'current' },
  launchImageLibraryAsync: async (options: unknown) => {
    library.asked.push(options);
    if (library.answer instanceof Error) throw library.answer;
    return library.answer;
  },
}));
vi.mock('expo-file-system', () => import('../files/expo-files.fixture.ts'));
vi.mock('expo-image-manipulator', () => ({
  SaveFormat: { JPEG: 'jpeg' },
  ImageManipulator: { manipulate: (uri: string) => new Context(uri) },
}));

let made = 0;

/** A picture that is worked on, with the habits of Expo's. */
class Context {
  readonly #path: string;
  #size: { width?: number; height?: number } = {};

  constructor(uri: string) {
    this.#path = fileURLToPath(uri);
  }
  resize(size: { width?: number; height?: number }): this {
    this.#size = size;
    return this;
  }
  release(): void {}
  async renderAsync() {
    const { data, info } = await sharp(readFileSync(this.#path))
      .resize(this.#size)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return {
      width,
      height,
      release: () => undefined,
      saveAsync: async ({ compress }: { compress: number }) => {
        const cache = join(folder, 'cache', 'ImageManipulator');
        mkdirSync(cache, { recursive: true });
        const path = join(cache, `${String((made += 1))}.jpg`);
        await sharp(data, { raw: { width, height, channels } })
          .jpeg({ quality: Math.round(compress * 100) })
          .toFile(path);
        return { uri: pathToFileURL(path).href, width, height };
      },
    };
  }
}

const readAt = async (place: string): Promise<Uint8Array | null> => {
  try {
    return new Uint8Array(readFileSync(fileURLToPath(place)));
  } catch {
    return null;
  }
};
const given = async (bytes: Uint8Array, name: string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const place = pathToFileURL(path).href;
  picked.files = [new File(place)];
  return pictureAt(place);
};

const givenNone = (): void => {
  picked.files = [];
};

describePictures('a phone', async () => ({ pictures, given, givenNone, read: readAt }));

test('the file that a person chose stays where they have it', async () => {
  const chosen = await given(await aJpeg(20, 20), 'mine.jpg');
  pictures.forget(chosen);
  expect(await readAt(chosen.place)).not.toBeNull();
});

test('the copy of a chosen file that iOS makes for the app goes', async () => {
  mkdirSync(join(folder, 'com.wellpulse.field-Inbox'), { recursive: true });
  const copy = await given(await aJpeg(20, 20), 'com.wellpulse.field-Inbox/mine.jpg');
  pictures.forget(copy);
  expect(await readAt(copy.place)).toBeNull();
});

test('iOS gives copies of the photos of its library, as they are and by their names, and they go', async () => {
  mkdirSync(join(folder, 'cache', 'ImagePicker'), { recursive: true });
  const copy = await given(await aJpeg(20, 20), 'cache/ImagePicker/0815.jpg');
  library.answer = { canceled: false, assets: [{ uri: copy.place, fileName: 'IMG_0042.HEIC' }] };
  const [chosen] = await choosePictures();
  expect(chosen).toEqual({ ...copy, name: 'IMG_0042.HEIC' });
  expect(library.asked).toMatchObject([{ quality: 1, preferredAssetRepresentationMode: 'current' }]);
  pictures.forget(copy);
  expect(await readAt(copy.place)).toBeNull();
  library.answer = { canceled: true, assets: null };
  expect(await choosePictures()).toEqual([]);
  library.answer = new Error('The photo is kept online');
  await expect(choosePictures()).rejects.toThrow('kept online');
});

test('what a crash has left unsealed is removed', async () => {
  const left = await pictures.compress(await given(await aJpeg(90, 90), 'left.jpg'), {
    side: 80,
    quality: 0.7,
  });
  expect(await readAt(left?.place ?? '')).not.toBeNull();
  await given(await aJpeg(20, 20), 'cache/outgoing-photo');
  mkdirSync(join(folder, 'cache', 'ImagePicker'), { recursive: true });
  const copy = await given(await aJpeg(20, 20), 'cache/ImagePicker/0816.jpg');
  pictures.forgetAll();
  const places = [left?.place ?? '', outgoing.uri, copy.place];
  expect(await Promise.all(places.map(readAt))).toEqual([null, null, null]);
});
