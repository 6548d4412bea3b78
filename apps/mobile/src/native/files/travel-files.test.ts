/** Files that travel in the hands of a person: over what Expo gives on a phone. */
import { inPieces, wholeOf } from '@wellpulse/offline';
import { beforeEach, expect, test, vi } from 'vitest';
import { travelFiles } from './travel-files.ts';

/** The phone of the moment: what its folder holds, what the person chooses, and whether its disk is full. */
const phone = vi.hoisted(() => ({
  folder: new Map<string, number[]>(),
  choice: null as string | null,
  isFull: false,
}));

vi.mock('expo-file-system', () => {
  const fileOf = (name: string) => ({
    name,
    get size() {
      return phone.folder.get(name)?.length ?? 0;
    },
    delete: () => phone.folder.delete(name),
    open: () => {
      let at = 0;
      return {
        close: () => undefined,
        writeBytes: (piece: Uint8Array) => {
          if (phone.isFull) throw new Error('No space left on device');
          phone.folder.get(name)?.push(...piece);
        },
        readBytes: (count: number) => {
          at += count;
          return Uint8Array.from(phone.folder.get(name)?.slice(at - count, at) ?? []);
        },
      };
    },
  });
  const createFile = (name: string) => {
    phone.folder.set(name, []);
    return fileOf(name);
  };
  return {
    FileMode: { ReadOnly: 'r', WriteOnly: 'w' },
    Directory: {
      // iOS and Android both refuse where a person goes back.
      pickDirectoryAsync: async () => {
        if (phone.choice === null) throw new Error('The file picker was cancelled by the user');
        return { createFile };
      },
    },
    File: {
      pickFileAsync: async () =>
        phone.choice === null
          ? { result: null, canceled: true }
          : { result: fileOf(phone.choice), canceled: false },
    },
  };
});

const NAME = 'truck-7.wellpulse';
const BYTES = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);

beforeEach(() => {
  phone.folder.clear();
  Object.assign(phone, { choice: NAME, isFull: false });
});

test('a file is written whole into the folder of a person’s choice, and read from there', async () => {
  expect(await travelFiles.save(NAME, inPieces(BYTES))).toBe(true);
  const chosen = await travelFiles.choose('wellpulse');
  expect(chosen?.name).toBe(NAME);
  for (const _ of ['once', 'twice']) {
    expect(await wholeOf(chosen?.pieces() ?? inPieces(new Uint8Array()))).toEqual(BYTES);
  }
});

test('who thinks better of it has no file, and nothing is wrong', async () => {
  phone.choice = null;
  expect(await travelFiles.save(NAME, inPieces(BYTES))).toBe(false);
  expect(await travelFiles.choose('wellpulse')).toBeNull();
  expect(phone.folder.size).toBe(0);
});

test('no half of a file stays where a disk is full', async () => {
  phone.isFull = true;
  await expect(travelFiles.save(NAME, inPieces(BYTES))).rejects.toThrow('No space left');
  expect(phone.folder.size).toBe(0);
});
