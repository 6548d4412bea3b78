'use client';

/** What the dashboard does with photos of forms: prepares them in the browser, and sends them. */
import type { PhotoHost } from '@wellpulse/forms';
import type { PhotoOwner } from '@wellpulse/domain';
import { preparePhoto, useWords, type PreparedPhoto } from '@wellpulse/ui';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../../queries/query-keys.ts';
import { wellQuery } from '../../queries/well-queries.ts';
import { photoKeeping } from './photo-keeping.ts';
import type { StoredPhoto } from './store-photo.ts';

/** The photos that are being added to an item or a reading. `wellId`: where they are taken. */
export function usePhotoHost(owner: PhotoOwner, wellId: string): PhotoHost<File, PreparedPhoto, StoredPhoto> {
  const words = useWords();
  const queryClient = useQueryClient();
  const onStored = () => void queryClient.invalidateQueries({ queryKey: keys.photos.of(owner.id) });
  return {
    ...photoKeeping(words, owner, onStored),
    prepare: async (file) => {
      // Without the well's place the photo is as good; only its distance is not known.
      const well = await queryClient.query(wellQuery(wellId)).catch(() => null);
      return preparePhoto(words, file, well === null ? null : placeOf(well));
    },
    release: (previewUrl) => {
      URL.revokeObjectURL(previewUrl);
    },
  };
}

function placeOf({ latitude, longitude }: { latitude: number | null; longitude: number | null }) {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
