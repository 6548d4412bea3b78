/** The photos of a form on this phone: from the camera, from files, and from before the form was closed. */
import type { EventPhoto } from '@wellpulse/contracts';
import { PhotoQueue, useWords, type ChosenPhoto, type FormPhotos } from '@wellpulse/forms';
import { useEffect } from 'react';
import { phonePhotoHost } from '../../data/photo-host.ts';
import type { PhotoPlace, PreparedPicture } from '../../data/prepare-picture.ts';
import { usePhone } from '../../lib/phone-context.tsx';
import type { Picture } from '../../native/ports.ts';

/** The photos of a form, as this phone has them. */
export type Photos = FormPhotos<Picture, PreparedPicture, EventPhoto>;

/** Makes the queue of a form's photos, for those that are taken at a place. */
export function useQueueOf(
  place: PhotoPlace,
): (kept: readonly ChosenPhoto<EventPhoto>[]) => PhotoQueue<Picture, PreparedPicture, EventPhoto> {
  const words = useWords();
  const phone = usePhone();
  return (kept) => new PhotoQueue(phonePhotoHost(phone, words, place), kept);
}

/** Ends what is under way when the form is closed; what is stored stays stored. */
export function useClosing({ queue }: Photos): void {
  useEffect(
    () => () => {
      queue.close();
    },
    [queue],
  );
}
