'use client';

/** What the dashboard does with photos of forms: prepares them in the browser, and sends them. */
import type { PhotoHost } from '@wellpulse/forms';
import type { PhotoOwner } from '@wellpulse/domain';
import { preparePhoto, useWords, type PreparedPhoto } from '@wellpulse/ui';
import { useQueryClient } from '@tanstack/react-query';
import { isPassing, problemOf } from '../../lib/api.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { keys } from '../../queries/query-keys.ts';
import { randomUuid } from '../../lib/random-uuid.ts';
import { wellQuery } from '../../queries/well-queries.ts';
import { storePhoto, type StoredPhoto } from './store-photo.ts';

/** The photos that are being added to an item or a reading. `wellId`: where they are taken. */
export function usePhotoHost(owner: PhotoOwner, wellId: string): PhotoHost<File, PreparedPhoto, StoredPhoto> {
  const words = useWords();
  const queryClient = useQueryClient();
  return {
    prepare: async (file) => {
      // Without the well's place the photo is as good; only its distance is not known.
      const well = await queryClient.query(wellQuery(wellId)).catch(() => null);
      return preparePhoto(words, file, well === null ? null : placeOf(well));
    },
    store: (photo, onProgress) => {
      const controller = new AbortController();
      const store = async () => {
        const stored = await storePhoto({ owner, photo, onProgress, signal: controller.signal });
        void queryClient.invalidateQueries({ queryKey: keys.photos.of(owner.id) });
        return stored;
      };
      return {
        done: store(),
        cancel: () => {
          controller.abort();
        },
      };
    },
    release: (previewUrl) => {
      URL.revokeObjectURL(previewUrl);
    },
    explain: (error) => ({ message: problemSentence(words, error), mayRetry: mayRetry(error) }),
    unreadable: words.formMessages.photoUnreadable,
    makeId: randomUuid,
  };
}

function placeOf({ latitude, longitude }: { latitude: number | null; longitude: number | null }) {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** What the server said about the bytes it will say again; a break in the way to it may be over. */
function mayRetry(error: unknown): boolean {
  const problem = problemOf(error);
  return (
    isPassing(error) ||
    problem === null ||
    problem.code === 'PHOTO_NOT_UPLOADED' ||
    problem.code === 'PHOTO_MISMATCH' ||
    problem.status === 401 ||
    problem.status === 429
  );
}
