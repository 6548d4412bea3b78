import { ballastIn, type Ballast } from '@wellpulse/offline';
import { Directory, File, Paths } from 'expo-file-system';
import { writeWhole } from '../files/write-whole.ts';

const NAME = 'ballast';

/** Room that is kept in a folder for the moment in which there is none (ADR 50). `freeBytes` is what the disk has left. */
export function ballastOf(folder: Directory, freeBytes: () => number): Ballast {
  const file = new File(folder, NAME);
  return ballastIn({
    size: async () => (file.exists ? file.size : 0),
    write: (pieces) => writeWhole(folder, NAME, pieces),
    remove: async () => {
      if (file.exists) file.delete();
    },
    freeBytes: async () => freeBytes(),
  });
}

/** On the disk of the database. */
export const ballast: Ballast = ballastOf(
  new Directory(Paths.document, NAME),
  () => Paths.availableDiskSpace,
);
