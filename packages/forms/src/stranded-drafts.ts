/**
 * Drafts that can't be saved any more: meanwhile somebody else deleted the well or the item, or plugged the well. No form opens on them,
 * and they would be counted for ever. So they are listed with what was typed, until the person discards them (ADR 110).
 */
import {
  equipmentSchema,
  namesOf,
  PRODUCTION_VALUE_NAMES,
  type Aggregate,
  type Equipment,
  type Well,
} from '@wellpulse/contracts';
import { isAfterPlugging } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { z } from 'zod';
import { DraftStore } from './drafts/draft-store.ts';
import { EQUIPMENT_FIELD_NAMES, equipmentTextOf } from './equipment/equipment-text.ts';
import { ITEM_DRAFTS, placeOfItemDraft } from './equipment/item-form.ts';
import { LOG_DRAFTS } from './maintenance/log-form.ts';
import { MAINTENANCE_VALUES } from './maintenance/maintenance-text.ts';
import type { EntryDesk } from './production/entry-desk.ts';
import { nameOfPlace, type EntryPlace } from './production/entry-drafts.ts';
import {
  nameOfReadingPhotos,
  placeOfReadingPhotos,
  READING_PHOTO_DRAFTS,
} from './readings/reading-photos.ts';
import type { FormDrafts } from './record/draft-place.ts';
import { Observable } from './state/observable.ts';

/** What a draft may be of, as a platform finds it. */
export interface DraftSubjects {
  /** Null: the well is gone. Undefined: nobody can tell at the moment. */
  well(wellId: string): Promise<Pick<Well, 'status' | 'pluggedOn'> | null | undefined>;
  /** Whether there is such an item. Undefined: nobody can tell at the moment. */
  hasItem(equipmentId: string): Promise<boolean | undefined>;
}

interface Typed {
  /** The boxes in which something stands, in the order of their form, as it was typed. */
  readonly typed: readonly { readonly field: string; readonly text: string }[];
  /** How many photos were chosen. */
  readonly photos: number;
}

/** A draft for which there is no form any more. */
export type StrandedDraft = Typed &
  (
    | { readonly kind: 'READING'; readonly place: EntryPlace }
    /** `item`: as it was when typing began; null for a new one, and where that can't be read. */
    | { readonly kind: 'ITEM'; readonly name: string; readonly item: Equipment | null }
    | { readonly kind: 'LOG'; readonly name: string }
  );

/** What the list works with. */
export interface StrandedDraftsParts {
  readonly desk: Pick<EntryDesk<never>, 'drafts' | 'draft' | 'discard'>;
  readonly drafts: FormDrafts;
  readonly subjects: DraftSubjects;
}

/** What drafts of all forms have in common. One that can't be read says nothing. */
const draftSchema = z.object({
  text: z.record(z.string(), z.string()).catch({}).default({}),
  base: equipmentSchema.nullable().catch(null).default(null),
  photos: z.array(z.unknown()).catch([]).default([]),
  unstored: z.array(z.unknown()).catch([]).default([]),
});
type KeptDraft = z.infer<typeof draftSchema>;
const NOTHING_KEPT: KeptDraft = { text: {}, base: null, photos: [], unstored: [] };

/**
 * The drafts of one person that can't be saved any more.
 *
 * @example
 * const stranded = new StrandedDrafts({ desk, drafts, subjects });
 * await stranded.look();
 * stranded.list[0]; // { kind: 'READING', place: { wellId, date: '2025-10-24' }, typed: [{ field: 'oilVolume', text: '42.5' }], … }
 */
export class StrandedDrafts extends Observable {
  readonly #parts: StrandedDraftsParts;
  readonly #items: DraftStore<KeptDraft>;
  readonly #logs: DraftStore<KeptDraft>;
  readonly #photos: DraftStore<KeptDraft>;
  #list: readonly StrandedDraft[] = [];
  #looks = 0;

  constructor(parts: StrandedDraftsParts) {
    super();
    this.#parts = parts;
    const { storage, owner } = parts.drafts;
    this.#items = new DraftStore(storage, ITEM_DRAFTS, owner, draftSchema);
    this.#logs = new DraftStore(storage, LOG_DRAFTS, owner, draftSchema);
    this.#photos = new DraftStore(storage, READING_PHOTO_DRAFTS, owner, draftSchema);
  }

  /** As it was when somebody looked last, without what was discarded since. The same list until it changes. */
  get list(): readonly StrandedDraft[] {
    return this.#list;
  }

  /** Whether a reading is among them: then no form leads to it. */
  has(place: EntryPlace): boolean {
    return this.#list.some((draft) => draft.kind === 'READING' && isSamePlace(draft.place, place));
  }

  /** Looks which drafts have lost what they are of. */
  async look(): Promise<void> {
    this.#looks += 1;
    const look = this.#looks;
    const drafts = [...this.#readings(), ...this.#ofItems(), ...this.#ofLogs()];
    const lost = await Promise.all(drafts.map((draft) => this.#isStranded(draft)));
    // Somebody may have looked again meanwhile.
    if (look !== this.#looks) return;
    this.#list = drafts.filter((_, at) => lost[at] === true);
    this.changed();
  }

  /** The person has read what they typed, and gives it up. */
  discard(draft: StrandedDraft): void {
    if (draft.kind === 'READING') {
      this.#parts.desk.discard(draft.place);
      void this.#photos.write(nameOfReadingPhotos(draft.place), null);
    } else void (draft.kind === 'ITEM' ? this.#items : this.#logs).write(draft.name, null);
    this.#list = this.#list.filter((other) => other !== draft);
    this.changed();
  }

  #readings(): StrandedDraft[] {
    const { desk } = this.#parts;
    const places = new Map<string, EntryPlace>();
    const ofPhotos = this.#photos.names().flatMap((name) => placeOfReadingPhotos(name) ?? []);
    for (const place of [...desk.drafts.places(), ...ofPhotos]) places.set(nameOfPlace(place), place);
    return [...places.values()].map((place) => {
      const text = desk.draft(place);
      const kept = this.#photos.read(nameOfReadingPhotos(place)) ?? NOTHING_KEPT;
      return {
        kind: 'READING',
        place,
        typed: typedIn(PRODUCTION_VALUE_NAMES, (field) => text?.[field] ?? ''),
        photos: photosOf(kept),
      };
    });
  }

  #ofItems(): StrandedDraft[] {
    return this.#items.names().map((name) => {
      const { text, base } = this.#items.read(name) ?? NOTHING_KEPT;
      const before = base === null ? null : equipmentTextOf(base);
      const typed = typedIn(
        EQUIPMENT_FIELD_NAMES.filter((field) => field !== 'wellId'),
        (field) => (before?.[field] === text[field] ? '' : (text[field] ?? '')),
      );
      return { kind: 'ITEM', name, item: base, typed, photos: 0 };
    });
  }

  #ofLogs(): StrandedDraft[] {
    return this.#logs.names().map((name) => {
      const kept = this.#logs.read(name) ?? NOTHING_KEPT;
      const typed = typedIn(namesOf(MAINTENANCE_VALUES), (field) => kept.text[field] ?? '');
      return { kind: 'LOG', name, typed, photos: photosOf(kept) };
    });
  }

  async #isStranded(draft: StrandedDraft): Promise<boolean> {
    const { subjects } = this.#parts;
    if (draft.kind === 'LOG') return (await subjects.hasItem(draft.name)) === false;
    if (draft.kind === 'READING') {
      const well = await subjects.well(draft.place.wellId);
      return well === null || (well !== undefined && isAfterPlugging(well, draft.place.date));
    }
    const { wellId, equipmentId } = placeOfItemDraft(draft.name);
    if (equipmentId !== null) return (await subjects.hasItem(equipmentId)) === false;
    if (wellId === null) return false;
    const well = await subjects.well(wellId);
    return well === null || well?.status === 'PLUGGED';
  }
}

const isSamePlace = (left: EntryPlace, right: EntryPlace): boolean =>
  left.wellId === right.wellId && left.date === right.date;

const photosOf = ({ photos, unstored }: KeptDraft): number => photos.length + unstored.length;

const typedIn = <Field extends string>(
  fields: readonly Field[],
  textOf: (field: Field) => string,
): Typed['typed'] =>
  fields.map((field) => ({ field, text: textOf(field).trim() })).filter(({ text }) => text !== '');

const AGGREGATES = { READING: 'production', ITEM: 'equipment', LOG: 'maintenance' } as const satisfies Record<
  StrandedDraft['kind'],
  Aggregate
>;

/** Such a draft in words: what it is, why it can't be saved, and what was typed. */
export interface StrandedSentences {
  readonly title: string;
  readonly why: string;
  readonly typed: string;
}

/**
 * What a person reads of such a draft.
 *
 * @example
 * strandedSentences(words, draft).typed; // 'Oil: 42.5 · Notes: Belt slipped'
 */
export function strandedSentences(words: Words, draft: StrandedDraft): StrandedSentences {
  const { draftTexts } = words;
  const texts = draft.typed.map(
    ({ field, text }) =>
      `${words.fieldLabel(AGGREGATES[draft.kind], field)}: ${draft.kind === 'READING' ? text : words.fieldValue(field, text)}`,
  );
  const typed = [...texts, ...(draft.photos > 0 ? [draftTexts.photos(draft.photos)] : [])].join(' · ');
  switch (draft.kind) {
    case 'READING':
      return {
        title: draftTexts.readingOf(words.formatDay(draft.place.date)),
        why: draftTexts.wellGone,
        typed,
      };
    case 'ITEM':
      return placeOfItemDraft(draft.name).equipmentId === null
        ? { title: draftTexts.newItem, why: draftTexts.wellGone, typed }
        : {
            title: draft.item === null ? draftTexts.item : words.equipmentName(draft.item),
            why: draftTexts.itemGone,
            typed,
          };
    case 'LOG':
      return { title: draftTexts.log, why: draftTexts.itemGone, typed };
  }
}
