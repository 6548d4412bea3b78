/**
 * What this phone does with the photos of forms: it makes each one small, seals it, and removes the picture that it was made of (ADR 112).
 */
import type { EventPhoto } from '@wellpulse/contracts';
import type { PhotoHost } from '@wellpulse/forms';
import type { Words } from '@wellpulse/words';
import type { Picture } from '../native/ports.ts';
import type { Phone } from './phone.ts';
import { problemSentence } from './problem-sentence.ts';
import { preparePicture, type PhotoPlace, type PreparedPicture } from './prepare-picture.ts';

/** The parts of a phone that photos need. */
export type PhotoParts = Pick<Phone, 'client' | 'photoFiles' | 'pictures' | 'newId'>;

/**
 * The photos that are being added to a form at a place.
 *
 * @example
 * const queue = new PhotoQueue(phonePhotoHost(phone, words, place));
 */
export function phonePhotoHost(
  { client, photoFiles, pictures, newId }: PhotoParts,
  words: Words,
  place: PhotoPlace,
): PhotoHost<Picture, PreparedPicture, EventPhoto> {
  return {
    prepare: async (picture) => {
      try {
        const preparation = await preparePicture({ files: photoFiles, pictures }, words, picture, place);
        if (!preparation.ok) pictures.forget(picture);
        return preparation;
      } catch (error) {
        pictures.forget(picture);
        throw error;
      }
    },
    store: ({ picture, contentType, takenAt, location }) => {
      let isCancelled = false;
      const keep = async (): Promise<EventPhoto> => {
        const kept = await client.photos.keep({ place: picture.place, contentType, takenAt, location });
        pictures.forget(picture);
        // Nobody waits for it any more: it would lie on the disk for nothing.
        if (isCancelled) await client.photos.discard(kept.photoId);
        return kept;
      };
      return {
        done: keep(),
        cancel: () => {
          isCancelled = true;
        },
      };
    },
    release: () => undefined,
    explain: (error) => ({
      message: problemSentence(words, error),
      mayRetry: true,
    }),
    unreadable: words.formMessages.photoUnreadable,
    makeId: newId,
  };
}
