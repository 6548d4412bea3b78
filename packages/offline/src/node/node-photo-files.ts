/** Photos as files of a folder. */
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotoFiles } from '../ports/photo-files.ts';
import { writeDurably } from './write-durably.ts';

/** Paths are the files' names, so that the folder may move. */
export function nodePhotoFiles(folder: string): PhotoFiles {
  return {
    save: async (name, bytes) => {
      await writeDurably(join(folder, name), bytes);
      return name;
    },
    read: async (path) => orNull(readFile(join(folder, path)).then((bytes) => new Uint8Array(bytes))),
    size: async (path) => orNull(stat(join(folder, path)).then(({ size }) => size)),
    remove: async (path) => rm(join(folder, path), { force: true }),
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
