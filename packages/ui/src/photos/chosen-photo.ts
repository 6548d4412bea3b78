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

export const isUnderWay = ({ state }: ChosenPhoto): boolean =>
  state === 'PREPARING' || state === 'QUEUED' || state === 'UPLOADING';

export const storedOf = (photos: readonly ChosenPhoto[]): StoredPhoto[] =>
  photos.flatMap((photo) => (photo.state === 'STORED' ? [photo.stored] : []));
