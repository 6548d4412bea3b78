/** Saving a reading that has photos: what was typed is looked at first, and goes when the photos are stored. */
import type { NamedPhoto } from '../photos/chosen-photo.ts';
import type { ChosenFile } from '../photos/photo-queue.ts';
import type { DeskSituation, EntryDesk, KnownDay, Submitted } from '../production/entry-desk.ts';
import type { ReadingPhotos } from './reading-photos.ts';

/**
 * Saves what was typed of a day with its photos, once all of them are stored. Nothing is saved if the person types on meanwhile.
 *
 * @param named how the store of readings is told of a stored photo
 * @example
 * const { staysAt, done } = saveWithPhotos(desk, photos, day, situation, (photo) => photo);
 */
export function saveWithPhotos<File extends ChosenFile, Prepared, Stored extends NamedPhoto, Photo>(
  desk: EntryDesk<Photo>,
  photos: ReadingPhotos<File, Prepared, Stored>,
  known: KnownDay,
  situation: DeskSituation,
  named: (photo: Stored) => Photo,
): Submitted {
  const staysAt = desk.look(known, situation);
  if (staysAt !== null) return { staysAt, done: Promise.resolve(null) };
  const save = async () => {
    const stored = await photos.form.settled();
    return stored === null ? null : desk.save(known, situation, stored.map(named)).done;
  };
  return { staysAt: null, done: save() };
}
