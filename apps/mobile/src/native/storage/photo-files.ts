/** Photos in the app's own folder. */
import { StorageError, type OwnPhotoFiles, type PhotoFile } from '@wellpulse/offline';
import { Directory, File, FileMode, Paths } from 'expo-file-system';
import { filePieces } from '../files/file-pieces.ts';

const folder = new Directory(Paths.document, 'photos');
const FULL = /No space left|ENOSPC|out of space/i;

/** Files of this phone: those that were saved by their names, others by their `file:` addresses. */
export const photoFiles: OwnPhotoFiles = {
  isOurs: (place) => place.startsWith(folder.uri),
  save: async (name, pieces) => {
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
      return name;
    } catch (error) {
      if (fresh.exists) fresh.delete();
      throw error instanceof Error && FULL.test(error.message) ? new StorageError('FULL', error) : error;
    }
  },
  open: async (path) => {
    const file = path.includes(':') ? new File(path) : new File(folder, path);
    return file.exists ? photoFileOf(file) : null;
  },
  remove: async (path) => {
    const file = new File(folder, path);
    if (file.exists) file.delete();
  },
  removeLeftovers: async (known) => {
    if (!folder.exists) return;
    for (const entry of folder.list()) if (!known.has(entry.name)) entry.delete();
  },
};

const photoFileOf = (file: File): PhotoFile => ({
  place: file.uri,
  size: file.size,
  pieces: () => filePieces(file),
});
