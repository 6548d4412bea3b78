'use client';

/**
 * The photos of a form, and saving, which waits for them. Each photo is on its way as soon as it is chosen. Nothing that was typed goes
 * away before the server has it, whatever becomes of the photos.
 */
import type { PhotoOwner } from '@wellpulse/domain';
import { isUnderWay, storedOf, type ChosenPhoto, type StoredPhoto } from '@wellpulse/ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { usePhotoQueue } from './use-photo-queue.ts';

interface FormPhotosOptions<Values> {
  readonly owner: PhotoOwner;
  /** The well where they are taken. */
  readonly wellId: string;
  /** Those of the form from before a reload. */
  readonly kept: readonly ChosenPhoto[];
  /** Called when a photo is chosen, moves on, or is taken away. */
  readonly onChange: (photos: readonly ChosenPhoto[]) => void;
  readonly isSaving: boolean;
  readonly save: (values: Values, photos: readonly StoredPhoto[]) => void;
}

export function useFormPhotos<Values>(options: FormPhotosOptions<Values>) {
  const { owner, wellId, kept, isSaving, save } = options;
  const { queue, photos } = usePhotoQueue(owner, wellId, kept);
  // What is to be saved as soon as the photos are there.
  const [waiting, setWaiting] = useState<Values | null>(null);
  const failed = photos.filter(({ state }) => state === 'FAILED');
  const underWay = photos.filter(isUnderWay);
  const tell = useEffectEvent(options.onChange);
  const continueSaving = useEffectEvent((current: readonly ChosenPhoto[]) => {
    const isSettled = current.every(({ state }) => state === 'STORED');
    if (waiting === null || !isSettled || isSaving) return;
    setWaiting(null);
    save(waiting, storedOf(current));
  });
  useEffect(
    () =>
      queue.subscribe(() => {
        tell(queue.snapshot());
        continueSaving(queue.snapshot());
      }),
    [queue],
  );
  return {
    queue,
    photos,
    failed,
    underWay,
    isWaiting: waiting !== null && underWay.length > 0,
    /** Saving was asked for, and photos that failed stand in its way. */
    isHeldUp: waiting !== null && underWay.length === 0 && failed.length > 0,
    submit: (values: Values) => {
      if (underWay.length > 0 || failed.length > 0) setWaiting(values);
      else save(values, storedOf(queue.snapshot()));
    },
    /** For when what was going to be saved is not what stands there now. */
    stopWaiting: () => {
      setWaiting(null);
    },
    saveWithoutFailed: () => {
      // Once none of them is left, saving goes on by itself.
      queue.removeFailed();
    },
    removeAll: () => {
      for (const { id } of queue.snapshot()) queue.remove(id);
    },
  };
}

export type FormPhotos = ReturnType<typeof useFormPhotos>;
