/** Photos in the browser's private file system, and pictures that are not kept yet. */
import { StorageError, type OwnPhotoFiles, type PhotoFile } from '@wellpulse/offline';
import { filePieces } from '../files/file-pieces.web.ts';
import { blobAt } from '../camera/pictures.web.ts';

const FOLDER = 'photos';

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/** Files of this browser by their names. They are written whole or not at all: the browser writes beside, and puts in place at the end. */
export const photoFiles: OwnPhotoFiles = {
  isOurs: (place) => blobAt(place) === null,
  save: async (name, pieces) => {
    const target = await (await folder()).getFileHandle(name, { create: true });
    const wasThere = (await target.getFile()).size > 0;
    const writing = await target.createWritable();
    try {
      for await (const piece of pieces) await writing.write(new Uint8Array(piece));
      await writing.close();
      return name;
    } catch (error) {
      await writing.abort().catch(() => undefined);
      if (!wasThere) await photoFiles.remove(name);
      throw error instanceof DOMException && error.name === 'QuotaExceededError'
        ? new StorageError('FULL', error)
        : error;
    }
  },
  open: async (path) => {
    const picture = blobAt(path);
    if (picture !== null) return photoFileOf(path, picture);
    const file = await handleOf(path);
    return file === null ? null : photoFileOf(path, await file.getFile());
  },
  remove: async (path) => {
    await (await folder()).removeEntry(path).catch(() => undefined);
  },
  // What was broken off was never put in place, and the browser removes it.
  removeLeftovers: async (known) => {
    for await (const name of (await folder()).keys()) if (!known.has(name)) await photoFiles.remove(name);
  },
};

async function handleOf(path: string): Promise<FileSystemFileHandle | null> {
  try {
    return await (await folder()).getFileHandle(path);
  } catch {
    return null;
  }
}

const photoFileOf = (place: string, file: Blob): PhotoFile => ({
  place,
  size: file.size,
  pieces: () => filePieces(file),
});
