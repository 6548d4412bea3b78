/**
 * The entries that were typed and not saved yet. Each well and day has its own, and each person their own. A draft goes
 * away only when it is saved or the person discards it.
 */
import {
  daySchema,
  forEachField,
  PRODUCTION_VALUE_NAMES,
  PRODUCTION_VALUES,
  uuidSchema,
} from '@wellpulse/contracts';
import { z } from 'zod';
import type { DraftOwner, DraftStorage } from '../drafts/draft-storage.ts';
import { DraftStore } from '../drafts/draft-store.ts';
import type { EntryBase } from '../saving/entry-store.ts';
import { Observable } from '../state/observable.ts';
import type { VolumesText } from './entry-text.ts';

const draftSchema = z.object({
  // A draft of an older page lacks the boxes that came since.
  ...forEachField(PRODUCTION_VALUES, () => z.string().default('')),
  base: z.object({ id: uuidSchema, version: z.int() }).nullable(),
});

/** The typed text of a day, and the record that it changes, as that was when typing began; null for a new one. */
export type EntryDraft = z.infer<typeof draftSchema>;

/** Whether two sets of boxes hold the same. */
export const isSameText = (left: VolumesText, right: VolumesText): boolean =>
  PRODUCTION_VALUE_NAMES.every((field) => left[field] === right[field]);

/** A day of a well. */
export interface EntryPlace {
  readonly wellId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The name of a place among others. */
export const nameOfPlace = ({ wellId, date }: EntryPlace): string => `${date}.${wellId}`;

const placeSchema = z.object({ date: daySchema, wellId: uuidSchema });

/**
 * The unsaved entries of one person.
 *
 * @example
 * const drafts = new EntryDrafts(storage, { tenantId, userId });
 * drafts.places(); // [{ wellId, date: '2025-10-24' }]
 */
export class EntryDrafts extends Observable {
  readonly #store: DraftStore<EntryDraft>;
  #places: { readonly revision: number; readonly places: readonly EntryPlace[] } | null = null;

  constructor(storage: DraftStorage, owner: DraftOwner) {
    super();
    this.#store = new DraftStore(storage, 'draft', owner, draftSchema);
    this.#store.subscribe(() => {
      this.changed();
    });
  }

  /** Tells also of what another tab changed. Answers with what ends it. */
  watch(): () => void {
    return this.#store.watch();
  }

  /** Null where nothing was typed, and for what can't be read. */
  read(place: EntryPlace): EntryDraft | null {
    return this.#store.read(nameOfPlace(place));
  }

  /** Null takes the draft away. False if there is no room to keep it. */
  write(place: EntryPlace, draft: EntryDraft | null): Promise<boolean> {
    return this.#store.write(nameOfPlace(place), draft);
  }

  /**
   * `sent` was saved, as the record `saved`. The draft has done its work, unless somebody went on typing: then it
   * is a change of that record.
   */
  settle(place: EntryPlace, sent: VolumesText, saved: EntryBase): Promise<boolean> {
    const current = this.read(place);
    if (current === null) return Promise.resolve(true);
    const base = { id: saved.id, version: saved.version };
    return this.write(place, isSameText(current, sent) ? null : { ...current, base });
  }

  /** Where something waits to be saved, oldest day first. The same list until a draft changes. */
  places(): readonly EntryPlace[] {
    if (this.#places?.revision !== this.revision) {
      const found = this.#store.names().flatMap((name) => {
        const [date, wellId] = name.split('.');
        return placeSchema.safeParse({ date, wellId }).data ?? [];
      });
      const places = found.sort((left, right) => nameOfPlace(left).localeCompare(nameOfPlace(right)));
      this.#places = { revision: this.revision, places };
    }
    return this.#places.places;
  }
}
