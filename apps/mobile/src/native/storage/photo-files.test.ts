/** The photos of a phone and of a browser, over Node's files in the places of their own. */
import {
  inPieces,
  isStorageProblem,
  sealedPhotoFiles,
  wholeOf,
  type OwnPhotoFiles,
} from '@wellpulse/offline';
import { describePhotoFiles } from '@wellpulse/offline/testing';
import { Directory } from 'expo-file-system';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { pictureOfFile } from '../camera/pictures.web.ts';
import { disk, folder } from '../files/expo-files.fixture.ts';
import { privateFolder } from '../files/private-files.fixture.ts';
import { cipherOf } from '../keys/cipher.web.ts';
import { random } from '../keys/random.web.ts';
import { photoFilesIn } from './photo-files.ts';
import { photoFilesIn as photoFilesInBrowser } from './photo-files.web.ts';

vi.mock('expo-file-system', () => import('../files/expo-files.fixture.ts'));

const BYTES = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
const newPlace = (): string => mkdtempSync(join(folder, 'photos-'));

/** A platform in a test. */
interface Platform {
  readonly name: string;
  readonly open: (place: string) => OwnPhotoFiles;
  /** The place of a picture that the camera has taken. */
  readonly takePicture: () => string;
}

const PLATFORMS: readonly Platform[] = [
  {
    name: 'a phone',
    open: (place) => photoFilesIn(new Directory(pathToFileURL(place).href)),
    takePicture: () => {
      const path = join(newPlace(), 'picture.jpg');
      writeFileSync(path, BYTES);
      return pathToFileURL(path).href;
    },
  },
  {
    name: 'a browser',
    open: (place) => photoFilesInBrowser(async () => privateFolder(place, () => disk.refuses !== null)),
    takePicture: () => pictureOfFile(new File([BYTES], 'picture.jpg'), true).place,
  },
];

afterEach(() => {
  disk.refuses = null;
});

describe.each(PLATFORMS)('$name', ({ name, open, takePicture }) => {
  describePhotoFiles(name, open, newPlace);

  test('a picture of the camera is no file of ours: it is read as it is, and its photo is sealed', async () => {
    const own = open(newPlace());
    const files = sealedPhotoFiles(own, { cipher: await cipherOf(new Uint8Array(32)), random });
    const picture = await files.open(takePicture());
    if (picture === null) throw new Error('It is not there');
    expect(await wholeOf(picture.pieces())).toEqual(BYTES);
    const path = await files.save('one.jpeg', picture.pieces());
    const photo = await own.open(path);
    expect([own.isOurs(picture.place), own.isOurs(photo?.place ?? '')]).toEqual([false, true]);
    expect(photo?.size).toBeGreaterThan(BYTES.length);
    expect((await files.open(photo?.place ?? ''))?.size).toBe(BYTES.length);
  });

  test('a photo that finds no room says so, and leaves nothing', async () => {
    const place = newPlace();
    disk.refuses = 'No space left on device';
    const refused = await open(place)
      .save('one.jpeg', inPieces(BYTES))
      .catch((error: unknown) => error);
    expect(isStorageProblem(refused, 'FULL')).toBe(true);
    expect(readdirSync(join(place, 'photos'))).toEqual([]);
  });

  test('what nobody names any more is a leftover, and so is what a crash has left', async () => {
    const place = newPlace();
    const files = open(place);
    const known = await files.save('known.jpeg', inPieces(BYTES));
    await files.save('discarded.jpeg', inPieces(BYTES));
    writeFileSync(join(place, 'photos', 'half.jpeg.part'), 'half of it');
    await files.removeLeftovers(new Set([known]));
    expect(readdirSync(join(place, 'photos'))).toEqual([known]);
  });
});

test('a browser says that a photo is gone only where it is', async () => {
  const files = photoFilesInBrowser(async () => privateFolder(newPlace()));
  // A picture that was forgotten.
  expect(await files.open('blob:https://wells.example/0b0a')).toBeNull();
  const getFileHandle = async () => {
    throw new DOMException('The state had changed', 'InvalidStateError');
  };
  const out = { getDirectoryHandle: async () => ({ getFileHandle }) };
  const broken = photoFilesInBrowser(async () => out as unknown as FileSystemDirectoryHandle);
  await expect(broken.open('one.jpeg')).rejects.toThrow('The state had changed');
});
