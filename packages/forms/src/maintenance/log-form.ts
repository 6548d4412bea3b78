/** The form of a maintenance log: what is typed, its photos on their way, and saving, which waits for them. */
import { forEachField } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import { z } from 'zod';
import type { ChosenPhoto, NamedPhoto } from '../photos/chosen-photo.ts';
import { FormPhotos } from '../photos/form-photos.ts';
import { chosenAgain, photoDraftShape, photosOfDraft } from '../photos/photo-draft.ts';
import type { ChosenFile, PhotoQueue } from '../photos/photo-queue.ts';
import { storedPlace, type FormDrafts } from '../record/draft-place.ts';
import { RecordForm } from '../record/record-form.ts';
import type { RecordAnswer } from '../record/record-store.ts';
import { Observable } from '../state/observable.ts';
import {
  emptyMaintenance,
  MAINTENANCE_VALUES,
  parseMaintenance,
  type MaintenanceText,
  type MaintenanceValues,
} from './maintenance-text.ts';

/** Saves a log with its photos, all of which are stored. `Entry` is the log as it is then. */
export interface LogStore<Stored, Entry> {
  log(values: MaintenanceValues, photos: readonly Stored[]): Promise<RecordAnswer<Entry>>;
}

/** What the form of a log works with. */
export interface LogFormParts<File extends ChosenFile, Prepared, Stored extends NamedPhoto, Entry> {
  readonly equipmentId: string;
  /** The tenant's today at the moment that it is asked. */
  readonly today: () => string;
  readonly drafts: FormDrafts;
  readonly store: LogStore<Stored, Entry>;
  /** What a platform knows of a stored photo, as a draft keeps it. */
  readonly stored: z.ZodType<Stored>;
  /** The queue of its photos; `kept` are those from before. */
  readonly queueOf: (kept: readonly ChosenPhoto<Stored>[]) => PhotoQueue<File, Prepared, Stored>;
}

/** The boxes of the form of a log. */
export type LogBoxes<Entry> = RecordForm<MaintenanceText, Entry, MaintenanceValues>;

/** The kind of these drafts; each is named by its item. */
export const LOG_DRAFTS = 'maintenance-draft';

/** A draft of an older page lacks the boxes that came since. */
const textSchema = z.object(forEachField(MAINTENANCE_VALUES, () => z.string().default('')));

/**
 * The form of a log: its boxes, its photos, and saving both.
 *
 * @example
 * const form = new LogForm(parts);
 * form.boxes.type({ description: 'Greased' });
 * form.photos.queue.add(files);
 * const entry = await form.submit(words);
 */
export class LogForm<File extends ChosenFile, Prepared, Stored extends NamedPhoto, Entry> extends Observable {
  /** What is typed. */
  readonly boxes: LogBoxes<Entry>;
  /** The photos, some of them on their way. */
  readonly photos: FormPhotos<File, Prepared, Stored>;
  #lost: readonly string[];

  constructor({
    equipmentId,
    today,
    drafts,
    store,
    stored,
    queueOf,
  }: LogFormParts<File, Prepared, Stored, Entry>) {
    super();
    const schema = z.object({ text: textSchema, ...photoDraftShape(stored) });
    const place = storedPlace(drafts, LOG_DRAFTS, equipmentId, schema);
    const before = place.read();
    this.#lost = before?.unstored ?? [];
    this.photos = new FormPhotos(queueOf((before?.photos ?? []).map((kept) => chosenAgain<Stored>(kept))));
    this.boxes = new RecordForm(
      {
        textOf: () => emptyMaintenance(today()),
        parse: (words, text) => parseMaintenance(words, text, today()),
      },
      {
        save: async (values) => {
          const photos = await this.photos.settled();
          if (photos === null) return { kind: 'HELD' };
          const answer = await store.log(values, photos);
          if (answer.kind === 'SAVED') this.photos.queue.removeAll();
          return answer;
        },
      },
      null,
      {
        read: () => {
          const draft = place.read();
          return draft === null ? null : { text: draft.text, base: null };
        },
        write: (draft) => {
          this.photos.stopWaiting();
          place.write(draft === null ? null : { text: draft.text, ...photosOfDraft(this.photos.photos) });
        },
      },
    );
    this.boxes.subscribe(() => {
      this.changed();
    });
    this.photos.subscribe(() => {
      const { text } = this.boxes;
      const { photos } = this.photos;
      if (place.read() !== null || photos.length > 0) place.write({ text, ...photosOfDraft(photos) });
      this.changed();
    });
  }

  /** Names of photos that were chosen before the form was closed, and were not stored. */
  get lost(): readonly string[] {
    return this.#lost;
  }

  /** Saves the log, as soon as its photos are stored. The entry; null if it was not saved. */
  submit(words: Words): Promise<Entry | null> {
    return this.boxes.submit(words);
  }

  /** Gives up what was typed, and the photos. */
  discard(): void {
    this.photos.stopWaiting();
    this.photos.queue.removeAll();
    this.#lost = [];
    this.boxes.discard();
  }
}
