import type { Room } from '../ports.ts';

/** What the browser gives this app: it counts the program too, and gives each site a part of the disk. */
export async function readRoom(): Promise<Room> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return {
    usedBytes: usage,
    freeBytes: Math.max(0, quota - usage),
    allBytes: quota,
    isSafe: await navigator.storage.persisted(),
  };
}
