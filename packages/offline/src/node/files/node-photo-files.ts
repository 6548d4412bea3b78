/** Photos as files of a folder. */
import { rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PhotoFiles } from '../../ports/photo-files.ts';
import { removePartials, removeUnknown } from './leftovers.ts';
import { readPieces } from './read-pieces.ts';
import { writeDurably } from './write-durably.ts';

/** Another program may be about to name such a file in the database. */
const LEFTOVER_MS = 24 * 60 * 60 * 1000;

/**
 * Paths are the files' names, so that the folder may move. Places are absolute.
 *
 * @example
 * const files = nodePhotoFiles('./truck-7/photos');
 */
export function nodePhotoFiles(folder: string): PhotoFiles {
  return {
    save: async (name, pieces) => {
      await writeDurably(join(folder, name), pieces);
      return name;
    },
    open: async (path) => {
      const place = resolve(folder, path);
      const found = await orNull(stat(place));
      return found?.isFile() === true ? { place, size: found.size, pieces: () => readPieces(place) } : null;
    },
    remove: async (path) => rm(join(folder, path), { force: true }),
    removeLeftovers: async (known) => {
      await removePartials(folder);
      await removeUnknown(folder, known, LEFTOVER_MS);
    },
  };
}

async function orNull<Value>(found: Promise<Value>): Promise<Value | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
