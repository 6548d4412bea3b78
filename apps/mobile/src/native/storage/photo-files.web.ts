/** Photos in the browser's private file system, and pictures that are not kept yet. */
import type { OwnPhotoFiles, PhotoFile } from '@wellpulse/offline';
import { filePieces } from '../files/file-pieces.web.ts';
import { writeWhole } from '../files/write-whole.web.ts';
import { blobAt } from '../camera/pictures.web.ts';

const FOLDER = 'photos';

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/** Files of this browser by their names. */
export const photoFiles: OwnPhotoFiles = {
  isOurs: (place) => blobAt(place) === null,
  save: async (name, pieces) => {
    await writeWhole(await folder(), name, pieces);
    return name;
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
