'use client';

/** The photos that are being added to a reading, with what is kept of them until it is saved. */
import { chosenAgain, photoDraftShape, photosOfDraft } from '@wellpulse/forms';
import { useEffect, useEffectEvent, useState } from 'react';
import { z } from 'zod';
import { useStoredDraft } from '../../drafts/use-stored-draft.ts';
import { storedPhotoSchema, type StoredPhoto } from '../../photos/store-photo.ts';
import { useFormPhotos } from '../../photos/use-form-photos.ts';

const draftSchema = z.object(photoDraftShape(storedPhotoSchema));

/** Each name of a blob ends with the hash of its content. */
const HASH_LENGTH = 64;
const hashIn = (blobName: string): string => blobName.slice(-HASH_LENGTH);

export interface EntryPhotosOptions<Asked> {
  readonly wellId: string;
  readonly date: string;
  /** Saves with the hashes of the photos, all of which are stored. */
  readonly save: (asked: Asked, hashes: readonly string[]) => void;
}

export function useEntryPhotos<Asked>({ wellId, date, save }: EntryPhotosOptions<Asked>) {
  const [draft, setDraft] = useStoredDraft('reading-photos', `${wellId} ${date}`, draftSchema);
  // Those of before: they are named once, when the form opens.
  const [lost] = useState(draft?.unstored ?? []);
  const { form, submit } = useFormPhotos<Asked>({
    owner: { kind: 'WELL', id: wellId },
    wellId,
    kept: (draft?.photos ?? []).map((photo) => chosenAgain<StoredPhoto>(photo)),
    onChange: (photos) => {
      setDraft(photos.length === 0 ? null : photosOfDraft(photos));
    },
    save: (asked, stored) => {
      save(
        asked,
        stored.map(({ blobName }) => hashIn(blobName)),
      );
    },
  });
  const keepForDay = useEffectEvent(() => {
    if (form.photos.length > 0) setDraft(photosOfDraft(form.photos));
  });
  useEffect(() => {
    // The photos stay with what was typed when it was the day that was wrong.
    keepForDay();
  }, [date]);
  return {
    form,
    lost,
    submit,
    forget: () => {
      setDraft(null);
    },
  };
}
