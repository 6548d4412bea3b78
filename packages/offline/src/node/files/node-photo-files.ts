/** Photos as files of a folder. */
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotoFiles } from '../../ports/photo-files.ts';
import { removePartials, removeUnknown } from './leftovers.ts';
import { writeDurably } from './write-durably.ts';

/** Another program may be about to name such a file in the database. */
const LEFTOVER_MS = 24 * 60 * 60 * 1000;

/**
 * Paths are the files' names, so that the folder may move.
 *
 * @example
 * const files = nodePhotoFiles('./truck-7/photos');
 */
export function nodePhotoFiles(folder: string): PhotoFiles {
  return {
    save: async (name, bytes) => {
      await writeDurably(join(folder, name), bytes);
      return name;
    },
    read: async (path) => orNull(readFile(join(folder, path)).then((bytes) => new Uint8Array(bytes))),
    size: async (path) => orNull(stat(join(folder, path)).then(({ size }) => size)),
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
