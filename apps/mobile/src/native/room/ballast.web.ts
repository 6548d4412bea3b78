import { ballastIn, type Ballast } from '@wellpulse/offline';
import { writeWhole } from '../files/write-whole.web.ts';
import { readRoom } from './room.web.ts';

const NAME = 'ballast';

/** Room that is kept in the browser's private files for the moment in which there is none (ADR 50). `freeBytes` is what it has left. */
export function ballastOf(
  folder: () => Promise<FileSystemDirectoryHandle>,
  freeBytes: () => Promise<number>,
): Ballast {
  return ballastIn({
    size: async () => {
      const handle = await (await folder()).getFileHandle(NAME).catch(() => null);
      return handle === null ? 0 : (await handle.getFile()).size;
    },
    write: async (pieces) => writeWhole(await folder(), NAME, pieces),
    remove: async () => {
      await (await folder()).removeEntry(NAME).catch(() => undefined);
    },
    freeBytes,
  });
}

/** Beside the database: both have the room that the browser gives to this address. */
export const ballast: Ballast = ballastOf(
  () => navigator.storage.getDirectory(),
  async () => (await readRoom()).freeBytes,
);
