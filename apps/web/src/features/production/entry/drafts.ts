/**
 * The entries that were typed and not saved yet. Each well and day has its own, and each person their own. A draft goes
 * away only when the server has the entry or the person discards it.
 */
import {
  daySchema,
  forEachField,
  PRODUCTION_VALUE_NAMES,
  PRODUCTION_VALUES,
  uuidSchema,
} from '@wellpulse/contracts';
import type { VolumesText } from '@wellpulse/ui';
import { z } from 'zod';
import { DraftStore, type DraftStorage } from '../../drafts/draft-store.ts';

const draftSchema = z.object({
  // A draft of an older page lacks the boxes that came since.
  ...forEachField(PRODUCTION_VALUES, () => z.string().default('')),
  /** The record that it changes, as it was when typing began; null for a new one. */
  base: z.object({ id: uuidSchema, version: z.int() }).nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

/** Whether two sets of boxes hold the same. */
export const isSameText = (left: VolumesText, right: VolumesText): boolean =>
  PRODUCTION_VALUE_NAMES.every((field) => left[field] === right[field]);

export interface DraftPlace {
  readonly wellId: string;
  readonly date: string;
}

const PREFIX = 'wellpulse.draft';

export class Drafts {
  readonly #store: DraftStore<Draft>;
  readonly subscribe: (listener: () => void) => () => void;

  /** `tenantId` and `userId` say whose drafts these are. */
  constructor(storage: DraftStorage, tenantId: string, userId: string) {
    this.#store = new DraftStore(storage, `${PREFIX}.${tenantId}.${userId}.`, draftSchema);
    this.subscribe = this.#store.subscribe;
  }

  /** Null where nothing was typed, and for what can't be read. */
  read(place: DraftPlace): Draft | null {
    return this.#store.read(nameOf(place));
  }

  /** Null takes the draft away. False if the browser refused to keep it, such as for lack of room. */
  write(place: DraftPlace, draft: Draft | null): boolean {
    return this.#store.write(nameOf(place), draft);
  }

  /**
   * The server has `sent`, as the record `saved`. The draft has done its work, unless somebody went on typing: then it
   * is a change of that record.
   */
  settle(place: DraftPlace, sent: VolumesText, saved: NonNullable<Draft['base']>): void {
    const current = this.read(place);
    if (current === null) return;
    const base = { id: saved.id, version: saved.version };
    this.write(place, isSameText(current, sent) ? null : { ...current, base });
  }

  /** Where something waits to be saved, oldest day first. */
  places(): DraftPlace[] {
    const places = this.#store.names().flatMap((name) => {
      const [date, wellId] = name.split('.');
      return placeSchema.safeParse({ date, wellId }).data ?? [];
    });
    return places.sort((left, right) => left.date.localeCompare(right.date));
  }

  /** Grows with every change: what is to be rendered again depends on it. */
  get revision(): number {
    return this.#store.revision;
  }

  /** Tells all who look at drafts that one has changed, also when another tab changed it. */
  announce(): void {
    this.#store.announce();
  }
}

const nameOf = ({ wellId, date }: DraftPlace): string => `${date}.${wellId}`;

const placeSchema = z.object({ date: daySchema, wellId: uuidSchema });
