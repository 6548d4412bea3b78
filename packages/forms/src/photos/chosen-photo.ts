/** A photo that was chosen for a form, and how far it is. */

/** What tells a stored photo from others; a platform knows more of it, such as its place in the storage or on the disk. */
export interface NamedPhoto {
  readonly photoId: string;
}

/** What is shown of a photo. */
export interface ShownPhoto {
  /** Of the file itself, or of the picture as it is kept; null while there is none. */
  readonly previewUrl: string | null;
  /** Of what is sent; null before that is known. */
  readonly sizeBytes: number | null;
  readonly takenAt: string | null;
  /** From the well, where the photo says where it was taken. */
  readonly distanceFeet: number | null;
}

/** Nothing is known of it yet. */
export const NOTHING_SHOWN: ShownPhoto = {
  previewUrl: null,
  sizeBytes: null,
  takenAt: null,
  distanceFeet: null,
};

/** A chosen photo and its state, from `PREPARING` to `STORED` or `FAILED`. `Stored` is what a form names it by when it is saved. */
export type ChosenPhoto<Stored> = ShownPhoto & {
  readonly id: string;
  readonly name: string;
} & (
    | { readonly state: 'PREPARING' | 'QUEUED' }
    | { readonly state: 'UPLOADING'; /** Between 0 and 1. */ readonly share: number }
    | { readonly state: 'STORED'; readonly stored: Stored }
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
export const isUnderWay = ({ state }: Pick<ChosenPhoto<unknown>, 'state'>): boolean =>
  state === 'PREPARING' || state === 'QUEUED' || state === 'UPLOADING';

/**
 * The photos that are stored, in their order. A form names these when it is saved.
 *
 * @example
 * const photoUrls = storedOf(queue.photos).map(({ blobName }) => blobName);
 */
export const storedOf = <Stored>(photos: readonly ChosenPhoto<Stored>[]): Stored[] =>
  photos.flatMap((photo) => (photo.state === 'STORED' ? [photo.stored] : []));
