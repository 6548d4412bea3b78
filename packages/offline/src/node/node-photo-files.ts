/** Photos as files of a folder. */
import { mkdir, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PhotoFiles } from '../ports/photo-files.ts';

/** Paths are the files' names, so that the folder may move. */
export function nodePhotoFiles(folder: string): PhotoFiles {
  return {
    save: async (name, bytes) => {
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      if (made !== undefined) await syncFolder(dirname(folder));
      const partial = join(folder, `${name}.part`);
      await withFile(partial, 'w', async (file) => {
        await file.writeFile(bytes);
        await file.sync();
      });
      await rename(partial, join(folder, name));
      await syncFolder(folder);
      return name;
    },
    read: async (path) => orNull(readFile(join(folder, path)).then((bytes) => new Uint8Array(bytes))),
    size: async (path) => orNull(stat(join(folder, path)).then(({ size }) => size)),
    remove: async (path) => rm(join(folder, path), { force: true }),
  };
}

/** Without this, a power loss may take back the new name, though the bytes are there. Windows keeps names by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await withFile(folder, 'r', (opened) => opened.sync());
}

async function withFile(
  path: string,
  flags: 'r' | 'w',
  use: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

async function orNull<Value>(found: Promise<Value>): Promise<Value | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
