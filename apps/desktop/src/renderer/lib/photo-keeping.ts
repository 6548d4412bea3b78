/** Photos of forms, kept through main. */
import type { EventPhoto } from '@wellpulse/contracts';
import type { PhotoHost } from '@wellpulse/forms';
import type { PreparedPhoto } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
import { call, problemSentence } from './bridge.ts';

/** What a host does with a photo that is prepared. */
export type PhotoKeeping = Omit<PhotoHost<File, PreparedPhoto, EventPhoto>, 'prepare' | 'release'>;

/** Gives photos to main, which keeps them. */
export const photoKeeping = (words: Words): PhotoKeeping => ({
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
  explain: (error) => ({ message: problemSentence(words, error), mayRetry: true }),
  unreadable: words.formMessages.photoUnreadable,
  makeId: () => crypto.randomUUID(),
});
