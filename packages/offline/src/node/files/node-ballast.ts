import { rm, stat, statfs } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { BALLAST_BYTES, type Ballast } from '../../ports/ballast.ts';
import { isStorageProblem } from '../../ports/storage-error.ts';
import { writeDurably } from './write-durably.ts';

const PIECE_BYTES = 1024 * 1024;

/**
 * A ballast as the file at `path`, which belongs beside the database. `freeBytes` is what the disk has left.
 *
 * @example
 * const ballast = nodeBallast('./truck-7/ballast');
 */
export function nodeBallast(path: string, freeBytes = () => freeBytesOf(dirname(path))): Ballast {
  const stands = async (): Promise<boolean> => (await stat(path).catch(() => null))?.size === BALLAST_BYTES;
  return {
    stands,
    make: async () => {
      if (await stands()) return true;
      if ((await freeBytes()) < 2 * BALLAST_BYTES) return false;
      try {
        await writeDurably(path, pieces());
        return true;
      } catch (error) {
        if (isStorageProblem(error, 'FULL')) return false;
        throw error;
      }
    },
    giveBack: async () => {
      const was = await stands();
      await rm(path, { force: true });
      return was;
    },
  };
}

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (let written = 0; written < BALLAST_BYTES; written += PIECE_BYTES) yield randomBytes(PIECE_BYTES);
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
