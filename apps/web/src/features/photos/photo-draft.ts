import type { ChosenPhoto } from '@wellpulse/ui';
import { z } from 'zod';

/** The photos of a form as its draft keeps them. */
export const photoDraftShape = {
  /** Those that the server has: they need not be chosen again. */
  photos: z.array(z.object({ photoId: z.string(), blobName: z.string(), name: z.string() })),
  /** Names of those that were chosen and not stored: a browser doesn't give a page the same file again. */
  unstored: z.array(z.string()),
};
const photoDraftSchema = z.object(photoDraftShape);
export type PhotoDraft = z.infer<typeof photoDraftSchema>;

export function photosOfDraft(photos: readonly ChosenPhoto[]): PhotoDraft {
  return {
    photos: photos.flatMap((photo) =>
      photo.state === 'STORED' ? [{ ...photo.stored, name: photo.name }] : [],
    ),
    unstored: photos.flatMap((photo) => (photo.state === 'STORED' ? [] : [photo.name])),
  };
}

/** A photo that was stored before the form was opened again. */
export const chosenAgain = ({ photoId, blobName, name }: PhotoDraft['photos'][number]): ChosenPhoto => ({
  id: photoId,
  name,
  previewUrl: null,
  sizeBytes: null,
  takenAt: null,
  distanceFeet: null,
  state: 'STORED',
  stored: { photoId, blobName },
});
