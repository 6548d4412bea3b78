/** What this app does with photos of forms: prepares them in the page, and gives them to main, which keeps them. */
import type { EventPhoto } from '@wellpulse/contracts';
import type { PhotoHost } from '@wellpulse/forms';
import { preparePhoto, useWords, type PreparedPhoto } from '@wellpulse/ui';
import { call } from '../../lib/bridge.ts';
import { photoKeeping } from '../../lib/photo-keeping.ts';

/** The photos that are being added to a form. `wellId`: where they are taken. */
export function usePhotoHost(wellId: string): PhotoHost<File, PreparedPhoto, EventPhoto> {
  const words = useWords();
  return {
    ...photoKeeping(words),
    prepare: async (file) => {
      // Without the well's place the photo is as good; only its distance is not known.
      const well = await call('wells.get', { wellId }).catch(() => null);
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
