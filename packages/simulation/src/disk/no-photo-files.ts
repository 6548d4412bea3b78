import type { PhotoFiles } from '@wellpulse/field';

/** Nobody takes photos here: they have tests of their own. */
export const noPhotoFiles: PhotoFiles = {
  save: async (name) => name,
  read: async () => null,
  size: async () => null,
  remove: async () => undefined,
};
