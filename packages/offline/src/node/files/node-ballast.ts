import { rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ballastIn, type Ballast } from '../../ports/ballast.ts';
import { writeDurably } from './write-durably.ts';

/**
 * A ballast as the file at `path`, which belongs beside the database. `freeBytes` is what the disk has left.
 *
 * @example
 * const ballast = nodeBallast('./truck-7/ballast');
 */
export const nodeBallast = (path: string, freeBytes = () => freeBytesOf(dirname(path))): Ballast =>
  ballastIn({
    size: async () => (await stat(path).catch(() => null))?.size ?? 0,
    write: (pieces) => writeDurably(path, pieces),
    remove: () => rm(path, { force: true }),
    freeBytes,
  });

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
