import { StorageError } from '@wellpulse/offline';

/**
 * Writes a file in place of one of the same name, whole or not at all: the browser writes beside, and puts in place at the end. Throws a
 * `StorageError` of `FULL` where there is no room, and leaves nothing of it then.
 */
export async function writeWhole(
  folder: FileSystemDirectoryHandle,
  name: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  try {
    const isNew = !(await holds(folder, name));
    const target = await folder.getFileHandle(name, { create: true });
    try {
      await write(target, pieces);
    } catch (error) {
      if (isNew) await folder.removeEntry(name).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw isFull ? new StorageError('FULL', error) : error;
  }
}

const holds = (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  folder.getFileHandle(name).then(
    () => true,
    () => false,
  );

async function write(target: FileSystemFileHandle, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  // A full browser may give no place to write to either.
  const writing = await target.createWritable();
  try {
    for await (const piece of pieces) await writing.write(new Uint8Array(piece));
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    throw error;
  }
}
