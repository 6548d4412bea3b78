'use client';

/** The photos that are being added to a reading, over this page's drafts and requests. */
import { PhotoQueue, ReadingPhotos, useObserved } from '@wellpulse/forms';
import type { PreparedPhoto } from '@wellpulse/ui';
import { useEffect, useState } from 'react';
import { useFormDrafts } from '../../drafts/use-form-drafts.ts';
import { storedPhotoSchema, type StoredPhoto } from '../../photos/store-photo.ts';
import { usePhotoHost } from '../../photos/use-photo-host.ts';

export function useEntryPhotos(
  wellId: string,
  date: string,
): ReadingPhotos<File, PreparedPhoto, StoredPhoto> {
  const drafts = useFormDrafts();
  const host = usePhotoHost({ kind: 'WELL', id: wellId }, wellId);
  const [photos] = useState(
    () =>
      new ReadingPhotos<File, PreparedPhoto, StoredPhoto>({
        ...{ wellId, date, drafts },
        stored: storedPhotoSchema,
        queueOf: (kept) => new PhotoQueue(host, kept),
      }),
  );
  useObserved(photos, () => photos.revision, 0);
  useEffect(
    () => () => {
      photos.form.queue.close();
    },
    [photos],
  );
  return photos;
}
