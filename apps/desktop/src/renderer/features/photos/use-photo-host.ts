/** What this app does with photos of forms: prepares them in the page, and gives them to main, which keeps them. */
import type { EventPhoto } from '@wellpulse/contracts';
import type { PhotoHost } from '@wellpulse/forms';
import { preparePhoto, useWords, type PreparedPhoto } from '@wellpulse/ui';
import { call, problemSentence } from '../../lib/bridge.ts';

/** The photos that are being added to a form. `wellId`: where they are taken. */
export function usePhotoHost(wellId: string): PhotoHost<File, PreparedPhoto, EventPhoto> {
  const words = useWords();
  return {
    prepare: async (file) => {
      // Without the well's place the photo is as good; only its distance is not known.
      const well = await call('wells.get', { wellId }).catch(() => null);
      return preparePhoto(words, file, well === null ? null : placeOf(well));
    },
    store: (photo) => {
      let isCancelled = false;
      const keep = async (): Promise<EventPhoto> => {
        const kept = await call('photos.keep', {
          bytes: new Uint8Array(await photo.blob.arrayBuffer()),
          contentType: photo.contentType,
          takenAt: photo.takenAt,
          location: photo.location,
        });
        // Nobody waits for it any more: it would lie on the disk for nothing.
        if (isCancelled) await call('photos.discard', { photoId: kept.photoId });
        return kept;
      };
      return {
        done: keep(),
        cancel: () => {
          isCancelled = true;
        },
      };
    },
    release: (previewUrl) => {
      URL.revokeObjectURL(previewUrl);
    },
    explain: (error) => ({ message: problemSentence(words, error), mayRetry: true }),
    unreadable: words.formMessages.photoUnreadable,
    makeId: () => crypto.randomUUID(),
  };
}

function placeOf({ latitude, longitude }: { latitude: number | null; longitude: number | null }) {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
