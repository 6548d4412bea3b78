import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { partialOf } from './leftovers.ts';
import { storageError } from './storage-problem.ts';

/**
 * Writes a file whole or not at all, for its owner alone. When it resolves, a power loss does not take it back. A stream is
 * written piece by piece; if it throws, no file is left under the name, and a former one stays as it was. Throws a `StorageError`
 * if the disk is full.
 *
 * @example
 * await writeDurably('truck-7.wellpulse', client.exportFile(passphrase));
 */
export async function writeDurably(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(dirname(folder));
  const partial = partialOf(path);
  try {
    await withFile(partial, 'w', async (file) => {
      await file.writeFile(content);
      await file.sync();
    });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw storageError(error);
  }
  await syncFolder(folder);
}

/** Without this, a power loss may undo the new name, though the bytes are there. Windows keeps names by itself. */
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
