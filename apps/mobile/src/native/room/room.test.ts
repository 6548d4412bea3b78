/** What the app has of the disk, over what both platforms say. */
import { afterEach, expect, test, vi } from 'vitest';
import { readRoom } from './room.ts';
import { readRoom as readRoomOfBrowser } from './room.web.ts';

vi.mock('expo-file-system', () => ({
  Paths: { document: { size: 40 }, availableDiskSpace: 100, totalDiskSpace: 1000 },
}));

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a phone says what the app takes, what is free, and that nobody else deletes it', async () => {
  expect(await readRoom()).toEqual({ usedBytes: 40, freeBytes: 100, allBytes: 1000, isSafe: true });
});

test.each([
  [{ usage: 40, quota: 1000 }, true, { usedBytes: 40, freeBytes: 960, allBytes: 1000, isSafe: true }],
  [{ usage: 1001, quota: 1000 }, false, { usedBytes: 1001, freeBytes: 0, allBytes: 1000, isSafe: false }],
])('a browser says what it gives the app, %j, and whether it may clear that', async (told, kept, room) => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => told, persisted: async () => kept } });
  expect(await readRoomOfBrowser()).toEqual(room);
});
