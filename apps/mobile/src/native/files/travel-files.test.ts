/** Files that travel in the hands of a person: over what Expo gives on a phone, and over a page. */
import { inPieces } from '@wellpulse/offline';
import { resolveObjectURL } from 'node:buffer';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { disk, File as PhoneFile, folder, folderAt, picked } from './expo-files.fixture.ts';
import { hands, stubPage } from './file-input.fixture.ts';
import { describeTravelFiles, type HandsOfPerson } from './travel-files-suite.fixture.ts';
import { travelFiles } from './travel-files.ts';
import { travelFiles as travelFilesOfBrowser } from './travel-files.web.ts';

vi.mock('expo-file-system', () => import('./expo-files.fixture.ts'));

beforeEach(() => {
  stubPage();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  disk.refuses = null;
  Object.assign(picked, { files: [], folder: null });
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const NAME = 'truck-7.wellpulse';
const [FIRST, SECOND] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)];

async function onPhone(): Promise<HandsOfPerson> {
  const own = folderAt(mkdtempSync(join(folder, 'travel-')));
  picked.folder = own;
  return {
    files: travelFiles,
    held: async () =>
      new Map(
        readdirSync(own.path).map((name) => [name, new Uint8Array(readFileSync(join(own.path, name)))]),
      ),
    takes: async (name) => {
      picked.files = name === null ? [] : [new PhoneFile(own, name)];
    },
  };
}

async function inBrowser(): Promise<HandsOfPerson> {
  return {
    files: travelFilesOfBrowser,
    held: async () => {
      const saved = [...hands.saved].map(async ([name, url]) => [name, await bytesAt(url)] as const);
      return new Map(await Promise.all(saved));
    },
    takes: async (name) => {
      hands.files = name === null ? [] : [new File([await bytesAt(hands.saved.get(name))], name)];
    },
  };
}

/** Nothing where the page gave the address back. */
const bytesAt = async (url = ''): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array((await resolveObjectURL(url)?.arrayBuffer()) ?? []);

describeTravelFiles('a phone', onPhone);
describeTravelFiles('a browser', inBrowser);

test('who thinks better of a folder has no file', async () => {
  const { files, held } = await onPhone();
  picked.folder = null;
  expect([await files.save(NAME, inPieces(FIRST)), await held()]).toEqual([false, new Map()]);
});

test('no half of a file stays where a disk is full', async () => {
  const { files, held } = await onPhone();
  disk.refuses = 'No space left on device';
  await expect(files.save(NAME, inPieces(FIRST))).rejects.toThrow('No space left');
  expect(await held()).toEqual(new Map());
});

test('a second file of the same name takes nothing from the first one', async () => {
  const { files, held } = await onPhone();
  for (const bytes of [FIRST, SECOND, SECOND]) expect(await files.save(NAME, inPieces(bytes))).toBe(true);
  const names = [NAME, 'truck-7 (1).wellpulse', 'truck-7 (2).wellpulse'];
  expect(await held()).toEqual(new Map(names.map((name, index) => [name, index === 0 ? FIRST : SECOND])));
});

test('a file of which nothing can be made says so, and is not tried for ever', async () => {
  const { files } = await onPhone();
  const createFile = vi.fn(() => {
    throw new Error("File 'truck-7' already exists");
  });
  Object.assign(picked.folder ?? {}, { createFile });
  await expect(files.save(NAME, inPieces(FIRST))).rejects.toThrow('already exists');
  expect(createFile).toHaveBeenCalledTimes(100);
});

test('a browser shows files of the ending alone', async () => {
  await travelFilesOfBrowser.choose('wellpulse');
  expect(hands.asked).toEqual(['.wellpulse']);
});

test('a browser holds what it saves until it has asked where that goes', async () => {
  const { files, held } = await inBrowser();
  await files.save(NAME, inPieces(FIRST));
  vi.advanceTimersByTime(30_000);
  expect(await held()).toEqual(new Map([[NAME, FIRST]]));
  vi.advanceTimersByTime(60_000);
  expect(await held()).toEqual(new Map([[NAME, new Uint8Array()]]));
});
