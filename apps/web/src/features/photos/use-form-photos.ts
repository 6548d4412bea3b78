'use client';

/**
 * The photos of a form, and saving, which waits for them. Each photo is on its way as soon as it is chosen.
 */
import { FormPhotos, PhotoQueue, useObserved, type ChosenPhoto } from '@wellpulse/forms';
import type { PhotoOwner } from '@wellpulse/domain';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { StoredPhoto } from './store-photo.ts';
import { usePhotoHost } from './use-photo-host.ts';

interface FormPhotosOptions<Values> {
  readonly owner: PhotoOwner;
  /** The well where they are taken. */
  readonly wellId: string;
  /** Those of the form from before a reload. */
  readonly kept: readonly ChosenPhoto<StoredPhoto>[];
  /** Called when a photo is chosen, moves on, or is taken away. */
  readonly onChange: (photos: readonly ChosenPhoto<StoredPhoto>[]) => void;
  readonly save: (values: Values, photos: readonly StoredPhoto[]) => void;
}

export function useFormPhotos<Values>({ owner, wellId, kept, onChange, save }: FormPhotosOptions<Values>) {
  const host = usePhotoHost(owner, wellId);
  const [form] = useState(() => new FormPhotos(new PhotoQueue(host, kept)));
  useObserved(form, () => form.revision, 0);
  const tell = useEffectEvent(onChange);
  // What is saved when the photos are there is the form as it is then.
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  }, [save]);
  useEffect(
    () =>
      form.queue.subscribe(() => {
        tell(form.photos);
      }),
    [form],
  );
  useEffect(
    () => () => {
      form.queue.close();
    },
    [form],
  );
  return {
    form,
    submit: (values: Values) => {
      void form.settled().then((stored) => {
        if (stored !== null) latestSave.current(values, stored);
      });
    },
  };
}
