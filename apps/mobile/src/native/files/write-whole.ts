import { StorageError } from '@wellpulse/offline';
import { File, FileMode, type Directory } from 'expo-file-system';

const FULL = /No space left|ENOSPC|out of space/i;

/**
 * Writes a file in place of one of the same name, whole or not at all: beside it first. Throws a `StorageError` of `FULL` where there is no
 * room, and leaves nothing of it then.
 */
export async function writeWhole(
  folder: Directory,
  name: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  folder.create({ intermediates: true, idempotent: true });
  const fresh = new File(folder, `${name}.part`);
  try {
    fresh.create({ overwrite: true });
    const handle = fresh.open(FileMode.WriteOnly);
    try {
      for await (const piece of pieces) handle.writeBytes(piece);
    } finally {
      handle.close();
    }
    await fresh.move(new File(folder, name), { overwrite: true });
  } catch (error) {
    if (fresh.exists) fresh.delete();
    throw error instanceof Error && FULL.test(error.message) ? new StorageError('FULL', error) : error;
  }
}
