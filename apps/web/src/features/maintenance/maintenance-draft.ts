'use client';

import { forEachField } from '@wellpulse/contracts';
import { MAINTENANCE_VALUES, type ChosenPhoto } from '@wellpulse/ui';
import { z } from 'zod';
import { useStoredDraft } from '../drafts/use-stored-draft.ts';

/** A draft of an older page lacks the boxes that came since. */
const textSchema = z.object(forEachField(MAINTENANCE_VALUES, () => z.string().default('')));

const draftSchema = z.object({
  text: textSchema,
  /** Those that the server has: they need not be chosen again. */
  photos: z.array(z.object({ photoId: z.string(), blobName: z.string(), name: z.string() })),
  /** Names of those that were chosen and not stored: a browser doesn't give a page the same file again. */
  unstored: z.array(z.string()),
});
export type MaintenanceDraft = z.infer<typeof draftSchema>;
export type KeptPhoto = MaintenanceDraft['photos'][number];

/** What was typed for the next log of an item. */
export const useMaintenanceDraft = (equipmentId: string) =>
  useStoredDraft('maintenance-draft', equipmentId, draftSchema);

/** The photos of a form as its draft keeps them. */
export function photosOfDraft(photos: readonly ChosenPhoto[]): Pick<MaintenanceDraft, 'photos' | 'unstored'> {
  return {
    photos: photos.flatMap((photo) =>
      photo.state === 'STORED' ? [{ ...photo.stored, name: photo.name }] : [],
    ),
    unstored: photos.flatMap((photo) => (photo.state === 'STORED' ? [] : [photo.name])),
  };
}

/** A photo that was stored before the form was opened again. */
export const chosenAgain = ({ photoId, blobName, name }: KeptPhoto): ChosenPhoto => ({
  id: photoId,
  name,
  previewUrl: null,
  sizeBytes: null,
  takenAt: null,
  distanceFeet: null,
  state: 'STORED',
  stored: { photoId, blobName },
});
