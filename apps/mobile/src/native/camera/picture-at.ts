import { File } from 'expo-file-system';
import type { Picture } from '../ports.ts';

/** The picture at a place of this phone. */
export const pictureAt = (place: string, takenAt: string | null = null): Picture => {
  const file = new File(place);
  return {
    name: file.name,
    place,
    size: file.size,
    takenAt,
    changedAt: new Date(file.lastModified ?? Date.now()),
  };
};
