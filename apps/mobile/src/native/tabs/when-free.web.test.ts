import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenFree, type FolderEntry } from './when-free.web.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A file that another page holds for so many tries. */
function aFile(heldTries: number, name = 'NoModificationAllowedError') {
  const told = { tries: 0, open: 0 };
  const createSyncAccessHandle = async () => {
    told.tries += 1;
    if (told.tries <= heldTries) throw new DOMException('Access Handles cannot be created', name);
    told.open += 1;
    return { close: () => void (told.open -= 1) };
  };
  return { told, entry: { kind: 'file', createSyncAccessHandle } as const };
}

async function* folderOf(...entries: readonly FolderEntry[]): AsyncIterable<FolderEntry> {
  for (const entry of entries) yield entry;
}

test('files that nobody holds are free at once, and are closed again', async () => {
  const files = [aFile(0), aFile(0)];
  await whenFree(() => folderOf({ kind: 'directory' }, ...files.map(({ entry }) => entry)));
  expect(files.map(({ told }) => told)).toEqual([
    { tries: 1, open: 0 },
    { tries: 1, open: 0 },
  ]);
});

test('a file that the page before still holds is waited for', async () => {
  const [first, second] = [aFile(3), aFile(1, 'InvalidStateError')];
  let isFree = false;
  const waiting = whenFree(() => folderOf(first.entry, second.entry)).then(() => (isFree = true));
  await vi.advanceTimersByTimeAsync(59);
  expect([isFree, first.told.tries, second.told.tries]).toEqual([false, 3, 0]);
  await vi.advanceTimersByTimeAsync(21);
  await waiting;
  expect([first.told, second.told]).toEqual([
    { tries: 4, open: 0 },
    { tries: 2, open: 0 },
  ]);
});

test('a file that nobody gives free is given up after five seconds, so that SQLite says what is wrong', async () => {
  const file = aFile(Number.POSITIVE_INFINITY);
  const waiting = whenFree(() => folderOf(file.entry));
  await vi.advanceTimersByTimeAsync(5000);
  await waiting;
  expect(file.told.tries).toBe(251);
});

test('nothing is waited for where there is no folder, or a file has another fault', async () => {
  const file = aFile(1, 'NotFoundError');
  await whenFree(() => folderOf(file.entry));
  expect(file.told.tries).toBe(1);
  await whenFree(() => {
    throw new DOMException('There is none', 'NotFoundError');
  });
});
