/** A photo that was chosen for a form, and how far it is. */

/** What the server knows of a photo that it keeps. */
export interface StoredPhoto {
  readonly photoId: string;
  readonly blobName: string;
}

interface Common {
  readonly id: string;
  readonly name: string;
  /** What to show of it: a URL of the file itself, or of the picture as it is kept; null while there is none. */
  readonly previewUrl: string | null;
  /** Of what is sent; null before that is known. */
  readonly sizeBytes: number | null;
  readonly takenAt: string | null;
  /** From the well, where the photo says where it was taken. */
  readonly distanceFeet: number | null;
}

/** A chosen photo and its state, from `PREPARING` to `STORED` or `FAILED`. */
export type ChosenPhoto = Common &
  (
    | { readonly state: 'PREPARING' | 'QUEUED' }
    | { readonly state: 'UPLOADING'; /** Between 0 and 1. */ readonly share: number }
    | { readonly state: 'STORED'; readonly stored: StoredPhoto }
    | {
        readonly state: 'FAILED';
        readonly message: string;
        /** False where trying again would end the same. */
        readonly mayRetry: boolean;
      }
  );

/**
 * True while a photo is prepared, waits or is sent. A form must wait for it before it is saved.
 *
 * @example
 * photos.some(isUnderWay); // true while the link is busy
 */
export const isUnderWay = ({ state }: ChosenPhoto): boolean =>
  state === 'PREPARING' || state === 'QUEUED' || state === 'UPLOADING';

/**
 * The photos that the server keeps, in their order. A form names these when it is saved.
 *
 * @example
 * const photoUrls = storedOf(queue.snapshot()).map(({ blobName }) => blobName);
 */
export const storedOf = (photos: readonly ChosenPhoto[]): StoredPhoto[] =>
  photos.flatMap((photo) => (photo.state === 'STORED' ? [photo.stored] : []));
