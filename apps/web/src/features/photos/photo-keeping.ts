/** Photos of forms, kept by the server. */
import type { PhotoHost } from '@wellpulse/forms';
import type { PhotoOwner } from '@wellpulse/domain';
import type { PreparedPhoto } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
import { isPassing, problemOf } from '../../lib/api.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { randomUuid } from '../../lib/random-uuid.ts';
import { storePhoto, type StoredPhoto } from './store-photo.ts';

/** What a host does with a photo that is prepared. */
export type PhotoKeeping = Omit<PhotoHost<File, PreparedPhoto, StoredPhoto>, 'prepare' | 'release'>;

/** Sends the photos of an item or a well. `onStored` is told of each that the server has. */
export const photoKeeping = (words: Words, owner: PhotoOwner, onStored: () => void): PhotoKeeping => ({
  store: (photo, onProgress) => {
    const controller = new AbortController();
    const store = async () => {
      const stored = await storePhoto({ owner, photo, onProgress, signal: controller.signal });
      onStored();
      return stored;
    };
    return {
      done: store(),
      cancel: () => {
        controller.abort();
      },
    };
  },
  explain: (error) => ({ message: problemSentence(words, error), mayRetry: mayRetry(error) }),
  unreadable: words.formMessages.photoUnreadable,
  makeId: randomUuid,
});

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
