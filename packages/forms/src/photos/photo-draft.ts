/** The photos of a form as its draft keeps them. */
import { z } from 'zod';
import { NOTHING_SHOWN, type ChosenPhoto, type NamedPhoto } from './chosen-photo.ts';

/** A stored photo with the name of its file. */
export type KeptPhoto<Stored extends NamedPhoto> = Stored & { readonly name: string };

/** What a draft keeps of photos. */
export interface PhotoDraft<Stored extends NamedPhoto> {
  /** Those that are stored: they need not be chosen again. */
  photos: KeptPhoto<Stored>[];
  /** Names of those that were chosen and not stored: a browser doesn't give a page the same file again. */
  unstored: string[];
}

/**
 * The fields of such a draft; `stored` is the schema of what a platform knows of a stored photo.
 *
 * @example
 * const draftSchema = z.object(photoDraftShape(storedPhotoSchema));
 */
export const photoDraftShape = <Stored extends NamedPhoto>(stored: z.ZodType<Stored>) => ({
  photos: z.array(z.intersection(stored, z.object({ name: z.string() }))),
  unstored: z.array(z.string()),
});

/**
 * What is kept of the photos of a form.
 *
 * @example
 * keep(photosOfDraft(queue.photos));
 */
export const photosOfDraft = <Stored extends NamedPhoto>(
  photos: readonly ChosenPhoto<Stored>[],
): PhotoDraft<Stored> => ({
  photos: photos.flatMap((photo) =>
    photo.state === 'STORED' ? [{ ...photo.stored, name: photo.name }] : [],
  ),
  unstored: photos.flatMap((photo) => (photo.state === 'STORED' ? [] : [photo.name])),
});

/**
 * A photo that was stored before the form was opened again.
 *
 * @example
 * const queue = new PhotoQueue(host, draft.photos.map((photo) => chosenAgain<StoredPhoto>(photo)));
 */
export const chosenAgain = <Stored extends NamedPhoto>(kept: KeptPhoto<Stored>): ChosenPhoto<Stored> => ({
  ...NOTHING_SHOWN,
  id: kept.photoId,
  name: kept.name,
  state: 'STORED',
  stored: kept,
});
