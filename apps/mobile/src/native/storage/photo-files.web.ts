/** Photos in the browser's private file system, and pictures that are not kept yet. */
import type { OwnPhotoFiles, PhotoFile } from '@wellpulse/offline';
import { filePieces } from '../files/file-pieces.web.ts';
import { writeWhole } from '../files/write-whole.web.ts';
import { blobAt } from '../camera/pictures.web.ts';

/** Files of a browser by their names. */
export function photoFilesIn(root: () => Promise<FileSystemDirectoryHandle>): OwnPhotoFiles {
  const folder = async (): Promise<FileSystemDirectoryHandle> =>
    (await root()).getDirectoryHandle('photos', { create: true });

  async function remove(path: string): Promise<void> {
    await (await folder()).removeEntry(path).catch(() => undefined);
  }

  return {
    isOurs: (place) => blobAt(place) === null,
    save: async (name, pieces) => {
      await writeWhole(await folder(), name, pieces);
      return name;
    },
    open: async (path) => {
      const picture = blobAt(path);
      if (picture !== null) return photoFileOf(path, picture);
      const file = await orNull((await folder()).getFileHandle(path));
      return file === null ? null : photoFileOf(path, await file.getFile());
    },
    remove,
    // What was broken off was never put in place, and the browser removes it.
    removeLeftovers: async (known) => {
      for await (const name of (await folder()).keys()) if (!known.has(name)) await remove(name);
    },
  };
}

/** What browsers say of a name that is not there, and of what is no name. The address of a forgotten picture is none. */
const NONE = ['NotFoundError', 'TypeError'];

/** Whatever else is wrong with the private files, the photo may be there: a person must not be told that it is gone. */
async function orNull<Value>(found: Promise<Value>): Promise<Value | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && NONE.includes(error.name)) return null;
    throw error;
  }
}

const photoFileOf = (place: string, file: Blob): PhotoFile => ({
  place,
  size: file.size,
  pieces: () => filePieces(file),
});

export const photoFiles: OwnPhotoFiles = photoFilesIn(() => navigator.storage.getDirectory());
