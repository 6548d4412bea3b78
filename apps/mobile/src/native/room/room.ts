import { Paths } from 'expo-file-system';
import type { Room } from '../ports.ts';

/** What the app has in its own folder, where nobody but it deletes. */
export const readRoom = async (): Promise<Room> => ({
  usedBytes: Paths.document.size ?? 0,
  freeBytes: Paths.availableDiskSpace,
  allBytes: Paths.totalDiskSpace,
  isSafe: true,
});
