'use client';

import type { PhotoOwner } from '@wellpulse/domain';
import { PhotoQueue, preparePhoto, type ChosenPhoto, useWords } from '@wellpulse/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { isPassing, problemOf } from '../../lib/api.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { keys } from '../../queries/query-keys.ts';
import { randomUuid } from '../../lib/random-uuid.ts';
import { wellQuery } from '../../queries/well-queries.ts';
import { storePhoto } from './store-photo.ts';

/** The photos that are being added to an item or a reading. `wellId`: where they are taken. `kept`: those of a form from before a reload. */
export function usePhotoQueue(
  owner: PhotoOwner,
  wellId: string,
  kept: readonly ChosenPhoto[],
): { readonly queue: PhotoQueue; readonly photos: readonly ChosenPhoto[] } {
  const words = useWords();
  const queryClient = useQueryClient();
  const [queue] = useState(
    () =>
      new PhotoQueue(
        {
          prepare: async (file) => {
            // Without the well's place the photo is as good; only its distance is not known.
            const well = await queryClient.query(wellQuery(wellId)).catch(() => null);
            return preparePhoto(words, file, well === null ? null : placeOf(well));
          },
          store: async (photo, onProgress, signal) => {
            const stored = await storePhoto({ owner, photo, onProgress, signal });
            void queryClient.invalidateQueries({ queryKey: keys.photos.of(owner.id) });
            return stored;
          },
          explain: (error) => ({ message: problemSentence(words, error), mayRetry: mayRetry(error) }),
          unreadable: words.formMessages.photoUnreadable,
          makeId: randomUuid,
        },
        kept,
      ),
  );
  useEffect(
    () => () => {
      queue.close();
    },
    [queue],
  );
  const photos = useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot);
  return { queue, photos };
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
