/** Photos in the app's own folder. */
import type { OwnPhotoFiles, PhotoFile } from '@wellpulse/offline';
import { Directory, File, Paths } from 'expo-file-system';
import { filePieces } from '../files/file-pieces.ts';
import { writeWhole } from '../files/write-whole.ts';

/** Files of a phone: those that were saved by their names, others by their `file:` addresses. */
export function photoFilesIn(documents: Directory): OwnPhotoFiles {
  const folder = new Directory(documents, 'photos');
  return {
    isOurs: (place) => place.startsWith(folder.uri),
    save: async (name, pieces) => {
      await writeWhole(folder, name, pieces);
      return name;
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
}

const photoFileOf = (file: File): PhotoFile => ({
  place: file.uri,
  size: file.size,
  pieces: () => filePieces(file),
});

export const photoFiles: OwnPhotoFiles = photoFilesIn(Paths.document);
