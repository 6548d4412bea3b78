/** The photos that are being added to a reading. They are kept until it is saved, and move along where it was the day that was wrong. */
import { z } from 'zod';
import { storedPlace, type DraftPlace, type FormDrafts } from '../record/draft-place.ts';
import type { EntryPlace } from '../production/entry-drafts.ts';
import { Observable } from '../state/observable.ts';
import type { ChosenPhoto, NamedPhoto } from '../photos/chosen-photo.ts';
import { FormPhotos } from '../photos/form-photos.ts';
import { chosenAgain, photoDraftShape, photosOfDraft, type PhotoDraft } from '../photos/photo-draft.ts';
import type { ChosenFile, PhotoQueue } from '../photos/photo-queue.ts';

/** The kind of these drafts. */
export const READING_PHOTO_DRAFTS = 'reading-photos';

/** The name of such a draft, by the day of a well that it belongs to. */
export const nameOfReadingPhotos = ({ wellId, date }: EntryPlace): string => `${wellId} ${date}`;

/** Where such a draft belongs, by its name. */
export function placeOfReadingPhotos(name: string): EntryPlace | null {
  const [wellId, date] = name.split(' ');
  return wellId === undefined || date === undefined ? null : { wellId, date };
}

/** What the photos of a reading work with. */
export interface ReadingPhotosParts<File extends ChosenFile, Prepared, Stored extends NamedPhoto> {
  readonly wellId: string;
  /** `YYYY-MM-DD`, to begin with. */
  readonly date: string;
  readonly drafts: FormDrafts;
  /** What a platform knows of a stored photo, as a draft keeps it. */
  readonly stored: z.ZodType<Stored>;
  /** The queue of the photos; `kept` are those from before. */
  readonly queueOf: (kept: readonly ChosenPhoto<Stored>[]) => PhotoQueue<File, Prepared, Stored>;
}

/**
 * The photos of a reading that is being entered.
 *
 * @example
 * const photos = new ReadingPhotos(parts);
 * photos.form.queue.add(files);
 * const stored = await photos.form.settled();
 * photos.saved();
 */
export class ReadingPhotos<File extends ChosenFile, Prepared, Stored extends NamedPhoto> extends Observable {
  /** The photos, some of them on their way. */
  readonly form: FormPhotos<File, Prepared, Stored>;
  /** Names of photos that were chosen before the form was closed, and were not stored. */
  readonly lost: readonly string[];
  readonly #placeOf: (date: string) => DraftPlace<PhotoDraft<Stored>>;
  #date: string;

  constructor({ wellId, date, drafts, stored, queueOf }: ReadingPhotosParts<File, Prepared, Stored>) {
    super();
    const schema = z.object(photoDraftShape(stored));
    this.#placeOf = (day) =>
      storedPlace(drafts, READING_PHOTO_DRAFTS, nameOfReadingPhotos({ wellId, date: day }), schema);
    this.#date = date;
    const before = this.#placeOf(date).read();
    this.lost = before?.unstored ?? [];
    this.form = new FormPhotos(queueOf((before?.photos ?? []).map((kept) => chosenAgain<Stored>(kept))));
    this.form.queue.subscribe(() => {
      this.#keep();
    });
    this.form.subscribe(() => {
      this.changed();
    });
  }

  /** The reading is of another day. */
  moveTo(date: string): void {
    if (date === '' || date === this.#date) return;
    this.form.stopWaiting();
    this.#placeOf(this.#date).write(null);
    this.#date = date;
    this.#keep();
  }

  /** The reading has them now. */
  saved(): void {
    this.form.queue.removeAll();
  }

  #keep(): void {
    const { photos } = this.form;
    this.#placeOf(this.#date).write(photos.length === 0 ? null : photosOfDraft(photos));
  }
}
