/** Both stores of texts over what their platforms give. */
import { Directory } from 'expo-file-system';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { disk, folder, power } from '../files/expo-files.fixture.ts';
import { keptIn } from './indexed-db.web.ts';
import { describeTexts } from './texts-suite.fixture.ts';
import { textsIn } from './texts.ts';
import { textsIn as textsInBrowser } from './texts.web.ts';

vi.mock('expo-file-system', () => import('../files/expo-files.fixture.ts'));

const newPlace = (): string => mkdtempSync(join(folder, 'texts-'));
const onPhone = (place: string) => textsIn(new Directory(pathToFileURL(place).href));
const inBrowser = (databases: IDBFactory) => textsInBrowser(keptIn(() => databases));

const place = newPlace();
const databases = new IDBFactory();
describeTexts('a phone', () => onPhone(place));
describeTexts('a browser', () => inBrowser(databases));

afterEach(() => {
  disk.refuses = null;
  power.changesLeft = Infinity;
});

/** A text is written in seven changes of files where the last one was broken off. */
const CHANGES = Array.from({ length: 8 }, (_, changes) => changes);

test('a phone that goes out, and once more, has the former text or the new one, wherever it was', async () => {
  for (const plan of CHANGES.flatMap((first) => CHANGES.map((second) => [Infinity, first, second]))) {
    for (const changes of [plan, plan.slice(1)]) {
      const own = newPlace();
      let former: string | null = null;
      for (const [index, changesLeft] of changes.entries()) {
        const text = `text ${String(index)}`;
        power.changesLeft = changesLeft;
        const isWritten = await onPhone(own)
          .write('keys', text)
          .then(
            () => true,
            () => false,
          );
        power.changesLeft = Infinity;
        const read = await onPhone(own).read('keys');
        expect(isWritten ? [text] : [former, text], `after ${changes.join(', ')} changes`).toContain(read);
        former = read;
      }
    }
  }
});

test('a phone without room has the former text, and nothing beside it', async () => {
  const own = newPlace();
  const texts = onPhone(own);
  await texts.write('keys', 'one');
  disk.refuses = 'No space left on device';
  await expect(texts.write('keys', 'two')).rejects.toThrow('No space left');
  expect([await texts.read('keys'), readdirSync(own)]).toEqual(['one', ['keys.text']]);
});

test('a browser whose store did not open the first time tries again', async () => {
  let mayOpen = false;
  const own = keptIn(() => {
    if (!mayOpen) throw new DOMException('Internal error', 'UnknownError');
    return new IDBFactory();
  });
  await expect(textsInBrowser(own).read('keys')).rejects.toThrow('Internal error');
  mayOpen = true;
  expect(await textsInBrowser(own).read('keys')).toBeNull();
});

test('a browser that ended its store by itself opens it again', async () => {
  const own = new IDBFactory();
  const opening = vi.spyOn(own, 'open');
  const texts = inBrowser(own);
  await texts.write('keys', 'one');
  const request = opening.mock.results[0]?.value as IDBOpenDBRequest;
  // The types of the package take the class for one of it.
  forceCloseDatabase(request.result as unknown as typeof IDBDatabase);
  await vi.waitFor(async () => {
    expect(await texts.read('keys')).toBe('one');
  });
});
