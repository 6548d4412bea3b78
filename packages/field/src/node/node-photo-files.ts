/** Photos as files of a folder. */
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotoFiles } from '../ports/photo-files.ts';

/** Paths are the files' names, so that the folder may move. */
export function nodePhotoFiles(folder: string): PhotoFiles {
  return {
    save: async (name, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const partial = join(folder, `${name}.part`);
      const file = await open(partial, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(partial, join(folder, name));
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
