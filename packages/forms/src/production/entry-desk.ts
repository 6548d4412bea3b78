/**
 * All entries that a person has begun: what is typed, whether it is right, whether it is being saved, and what came of it. Day sheet,
 * form, grid and table draw parts of it, by the same rules (ADR 92). What is wrong is said where it stands. An unusual volume is asked
 * about once. Nothing that was typed goes away before it is saved.
 */
import {
  pickFields,
  PRODUCTION_VALUE_NAMES,
  PRODUCTION_VALUES,
  type FieldError,
  type Location,
  type ProductionEntry,
  type ProductionRecord,
  type ProductionValueName,
} from '@wellpulse/contracts';
import { READING_MS, type Trouble } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import type { EntryBase, EntryResult, EntryStore, EntryToSave, HeldEntry } from '../saving/entry-store.ts';
import { faultOf } from '../saving/fault.ts';
import { Observable } from '../state/observable.ts';
import {
  isSameText,
  nameOfPlace,
  type EntryDraft,
  type EntryDrafts,
  type EntryPlace,
} from './entry-drafts.ts';
import { parseEntry, parseReading, isNumber } from './entry-rules.ts';
import {
  isBlank,
  NO_VOLUMES_TEXT,
  entryTextOf,
  type RecordedVolumes,
  type VolumesText,
} from './entry-text.ts';
import { questionsOf, type MeasuredBefore, type Question } from './questions.ts';

/** How it stands with an entry that is not as it was saved. */
export type SavePhase =
  | { readonly kind: 'SAVING' }
  /** It can't be saved as it is typed. The messages are in words. */
  | { readonly kind: 'WRONG'; readonly errors: readonly FieldError[] }
  /** Saving it again keeps these volumes. */
  | { readonly kind: 'ASKED'; readonly questions: readonly Question[] }
  | { readonly kind: 'CONFLICT'; readonly mine: ProductionEntry; readonly theirs: ProductionRecord }
  | { readonly kind: 'REFUSED'; readonly trouble: Trouble; readonly errors: readonly FieldError[] };

/** What a screen knows of a day of a well. */
export interface KnownDay extends EntryPlace, MeasuredBefore {
  /** What is saved; null for nothing. */
  readonly record: (RecordedVolumes & EntryBase) | null;
}

/** What the desk asks for in each language and on each day. */
export interface DeskSituation {
  readonly words: Words;
  /** The tenant's today. */
  readonly today: string;
  /** Where the person stands at this moment; left out and null where nobody knows. It never holds up a save. */
  readonly location?: Location | null;
}

/** What became of a wish to save. */
export interface Submitted {
  /** The box where the person has to look; null if the entry is on its way. */
  readonly staysAt: ProductionValueName | 'productionDate' | null;
  /** The record when it is saved; null if it was not. */
  readonly done: Promise<ProductionRecord | null>;
}

const NOT_SAVED = Promise.resolve(null);

/** What the boxes of a day hold that nobody has typed in. */
export const startOf = ({ record, date }: KnownDay): VolumesText =>
  record === null
    ? NO_VOLUMES_TEXT
    : pickFields(PRODUCTION_VALUES, entryTextOf({ ...record, productionDate: date }));

/** The record that an entry changes; null for a new one. */
export const baseOf = ({ record }: Pick<KnownDay, 'record'>): EntryBase | null =>
  record === null ? null : { id: record.id, version: record.version };

/**
 * What was typed for a day; else what is saved.
 *
 * @example
 * textOf(day, desk.draft(day)).oilVolume; // '42.'
 */
export const textOf = (known: KnownDay, draft: EntryDraft | null): VolumesText => draft ?? startOf(known);

/** The typed changes of a day as a draft; null for a day that is as it was saved. */
export function changedDraft(
  known: KnownDay,
  draft: EntryDraft | null,
  changed: Partial<VolumesText>,
): EntryDraft | null {
  const start = startOf(known);
  const next = { ...pickFields(PRODUCTION_VALUES, draft ?? start), ...changed };
  const isUntouched = isSameText(next, start) || (known.record === null && isBlank(next));
  return isUntouched ? null : { ...next, base: draft === null ? baseOf(known) : draft.base };
}

/**
 * Keeps what is typed, says what is wrong, asks about unusual volumes, and saves.
 *
 * @example
 * const desk = new EntryDesk(drafts, store);
 * desk.type(day, { oilVolume: '4410' });
 * const { staysAt } = desk.save(day, situation); // 'oilVolume': the volume is asked about
 */
export class EntryDesk<Photo = string> extends Observable {
  /** What is typed and not saved, by well and day. */
  readonly drafts: EntryDrafts;
  readonly #store: EntryStore<Photo>;
  /** Told of drafts for which there is no room. */
  readonly #onNoRoom: () => void;
  readonly #phases = new Map<string, SavePhase>();
  /** The volumes that were asked about, by place: each is asked about once. */
  readonly #asked = new Map<string, Asked>();
  /** What was sent last, by place: it may be sent once more over what somebody else has saved. */
  readonly #sent = new Map<string, EntryToSave<Photo>>();
  readonly #saved = new Set<string>();
  /** Milliseconds. Where the clock is set back, a question is asked once more. */
  readonly #now: () => number;

  constructor(
    drafts: EntryDrafts,
    store: EntryStore<Photo>,
    onNoRoom: () => void = () => undefined,
    now: () => number = Date.now,
  ) {
    super();
    this.drafts = drafts;
    this.#store = store;
    this.#onNoRoom = onNoRoom;
    this.#now = now;
    drafts.subscribe(() => {
      this.changed();
    });
  }

  /** What is typed of a day; null for nothing. The same object until it changes. */
  draft(place: EntryPlace): EntryDraft | null {
    return this.drafts.read(place);
  }

  /** Null for an entry of which there is nothing to say. */
  phase(place: EntryPlace): SavePhase | null {
    return this.#phases.get(nameOfPlace(place)) ?? null;
  }

  /** Whether a day was saved here, and not discarded since: a list of the route may be older, and lead back to it. */
  hasSaved(place: EntryPlace): boolean {
    return this.#saved.has(nameOfPlace(place));
  }

  /** Somebody typed. What was said of the boxes that changed is said no more. */
  type(known: KnownDay, changed: Partial<VolumesText>): void {
    const next = changedDraft(known, this.draft(known), changed);
    this.put(known, next);
    this.#forgetBoxes(
      known,
      PRODUCTION_VALUE_NAMES.filter((field) => field in changed),
    );
  }

  /** Puts a draft in the place of the one that is there; null discards it. */
  put(place: EntryPlace, draft: EntryDraft | null): void {
    void this.drafts.write(place, draft).then((isKept) => {
      if (!isKept) this.#onNoRoom();
    });
  }

  /** The person gives up what they typed, or takes what somebody else has saved. */
  discard(place: EntryPlace): void {
    this.#asked.delete(nameOfPlace(place));
    this.#saved.delete(nameOfPlace(place));
    this.#setPhase(place, null);
    this.put(place, null);
  }

  /** The person has deleted a well: what they typed of it can't be saved any more. */
  discardWell(wellId: string): void {
    for (const place of this.drafts.places()) if (place.wellId === wellId) this.discard(place);
  }

  /** The person has seen what somebody else saved, and chooses another time: saving asks again. */
  decideLater(place: EntryPlace): void {
    if (this.phase(place)?.kind === 'CONFLICT') this.#setPhase(place, null);
  }

  /** A box was left: from now on its error shows. */
  leave(known: KnownDay, field: ProductionValueName, { words }: Pick<DeskSituation, 'words'>): void {
    const phase = this.phase(known);
    if (!isNumber(field) || (phase !== null && phase.kind !== 'WRONG')) return;
    const parsed = parseReading(words, textOf(known, this.draft(known))[field], field);
    const others = phase?.errors.filter(({ path }) => path !== field) ?? [];
    if (!parsed.ok)
      this.#setPhase(known, { kind: 'WRONG', errors: [...others, { path: field, message: parsed.message }] });
  }

  /** Says what is wrong or unusual, as `save` does, and sends nothing. Answers with the box where the person has to look. */
  look(known: KnownDay, situation: DeskSituation): Submitted['staysAt'] {
    const checked = this.#check(known, situation, []);
    if (checked.kind === 'READY') return null;
    this.#setPhase(known, checked);
    return placeToLook(checked);
  }

  /** Saves what was typed, unless it is wrong or has to be asked about. */
  save(known: KnownDay, situation: DeskSituation, photos: readonly Photo[] = []): Submitted {
    if (this.phase(known)?.kind === 'SAVING') return { staysAt: null, done: NOT_SAVED };
    const checked = this.#check(known, situation, photos);
    if (checked.kind !== 'READY') {
      this.#setPhase(known, checked);
      return { staysAt: placeToLook(checked), done: NOT_SAVED };
    }
    return { staysAt: null, done: this.#send(known, checked.day, checked.text) };
  }

  /** Saves it over what somebody else has saved: the person has seen both. */
  overwrite(place: EntryPlace): Promise<ProductionRecord | null> {
    const phase = this.phase(place);
    if (phase?.kind !== 'CONFLICT') return NOT_SAVED;
    const sent = this.#sent.get(nameOfPlace(place));
    if (sent === undefined) return NOT_SAVED;
    return this.#send(place, { ...sent, base: baseOf({ record: phase.theirs }) }, this.draft(place));
  }

  /** Saves several days of a well. Nothing is sent as long as one of them is wrong or has to be asked about. */
  saveDays(
    days: readonly KnownDay[],
    situation: DeskSituation,
  ): { readonly staysAt: EntryPlace | null; readonly done: Promise<number> } {
    const checked = days.map((known) => ({ known, checked: this.#check(known, situation, []) }));
    const wrong = checked.filter((each) => each.checked.kind === 'WRONG');
    // First everything that is wrong, then everything that is to be asked about.
    const waiting = wrong.length > 0 ? wrong : checked.filter((each) => each.checked.kind === 'ASKED');
    for (const each of waiting) if (each.checked.kind !== 'READY') this.#setPhase(each.known, each.checked);
    const [first] = waiting;
    if (first !== undefined) return { staysAt: first.known, done: Promise.resolve(0) };
    const ready = checked.flatMap((each) =>
      each.checked.kind === 'READY' ? [{ place: each.known, ...each.checked }] : [],
    );
    return { staysAt: null, done: this.#sendDays(ready) };
  }

  #check(
    known: KnownDay,
    { words, today, location = null }: DeskSituation,
    photos: readonly Photo[],
  ): Exclude<SavePhase, { kind: 'SAVING' | 'CONFLICT' | 'REFUSED' }> | Ready<Photo> {
    const draft = this.draft(known);
    const text = pickFields(PRODUCTION_VALUES, textOf(known, draft));
    const parsed = parseEntry(words, { productionDate: known.date, ...text }, today);
    if (!parsed.ok) return { kind: 'WRONG', errors: parsed.errors };
    const stored = known.record?.estimatedFrom === null ? known.record : null;
    const questions = questionsOf(parsed.entry, known, stored);
    if (questions.length > 0 && !this.#isAnswer(known, questions)) return { kind: 'ASKED', questions };
    const entry = {
      ...parsed.entry,
      ...(questions.length > 0 && { confirmed: true as const }),
      ...(location !== null && { location }),
    };
    // The record that the draft changes may be gone: then it is a new one, and meets whatever stands there now.
    const isThere = draft === null || draft.base?.id === known.record?.id;
    const base = draft === null ? baseOf(known) : isThere ? draft.base : null;
    return { kind: 'READY', day: { wellId: known.wellId, entry, base, photos }, text };
  }

  /** Whether these questions stood there long enough to be read. Each press that comes too early begins that time anew. */
  #isAnswer(place: EntryPlace, questions: readonly Question[]): boolean {
    const asked = this.#asked.get(nameOfPlace(place));
    const now = this.#now();
    const isKnown = questions.every((question) => asked?.answers.has(answerTo(question)) === true);
    if (isKnown && asked !== undefined && now - asked.at >= READING_MS) return true;
    this.#asked.set(nameOfPlace(place), { answers: new Set(questions.map(answerTo)), at: now });
    return false;
  }

  async #send(
    place: EntryPlace,
    day: EntryToSave<Photo>,
    text: VolumesText | null,
  ): Promise<ProductionRecord | null> {
    this.#setPhase(place, { kind: 'SAVING' });
    this.#sent.set(nameOfPlace(place), day);
    const result = await this.#store.save(day).catch(refusalOf);
    return this.#settle(place, day, text, result);
  }

  async #sendDays(ready: readonly (Ready<Photo> & { readonly place: EntryPlace })[]): Promise<number> {
    for (const { place } of ready) this.#setPhase(place, { kind: 'SAVING' });
    const sent = ready.map(({ day }) => day);
    const results = await this.#store
      .saveDays(sent)
      .catch((error: unknown) => sent.map(() => refusalOf(error)));
    let saved = 0;
    ready.forEach(({ place, day, text }, at) => {
      const result = results[at] ?? { kind: 'HELD' };
      if (this.#settle(place, day, text, result) !== null) saved += 1;
    });
    return saved;
  }

  #settle(
    place: EntryPlace,
    { entry }: EntryToSave<Photo>,
    text: VolumesText | null,
    result: EntryResult | HeldEntry,
  ): ProductionRecord | null {
    switch (result.kind) {
      case 'SAVED':
      case 'WAITS':
        // Here and not where it was called: what was saved is settled also if its form has been closed meanwhile.
        if (text !== null) void this.drafts.settle(place, text, result.record);
        this.#asked.delete(nameOfPlace(place));
        this.#saved.add(nameOfPlace(place));
        this.#setPhase(place, null);
        return result.record;
      case 'CONFLICT':
        this.#setPhase(place, { kind: 'CONFLICT', mine: entry, theirs: result.theirs });
        return null;
      case 'REFUSED':
        this.#setPhase(place, result);
        return null;
      case 'HELD':
        this.#setPhase(place, null);
        return null;
    }
  }

  #forgetBoxes(place: EntryPlace, fields: readonly string[]): void {
    const phase = this.phase(place);
    const isOther = (field: string): boolean => !fields.includes(field);
    if (phase === null || phase.kind === 'SAVING') return;
    if (phase.kind === 'WRONG') {
      const errors = phase.errors.filter(({ path }) => isOther(path));
      this.#setPhase(place, errors.length === 0 ? null : { kind: 'WRONG', errors });
    } else if (phase.kind === 'ASKED') {
      const questions = phase.questions.filter(({ field }) => isOther(field));
      this.#setPhase(place, questions.length === 0 ? null : { kind: 'ASKED', questions });
    } else this.#setPhase(place, null);
  }

  #setPhase(place: EntryPlace, phase: SavePhase | null): void {
    if (phase === null && !this.#phases.delete(nameOfPlace(place))) return;
    if (phase !== null) this.#phases.set(nameOfPlace(place), phase);
    this.changed();
  }
}

interface Asked {
  readonly answers: ReadonlySet<string>;
  /** When a press was last taken for none of its answers. */
  readonly at: number;
}

interface Ready<Photo> {
  readonly kind: 'READY';
  readonly day: EntryToSave<Photo>;
  readonly text: VolumesText;
}

const answerTo = ({ field, volume }: Question): string => `${field} ${String(volume)}`;

function placeToLook(phase: SavePhase): Submitted['staysAt'] {
  if (phase.kind === 'ASKED') return phase.questions[0]?.field ?? null;
  if (phase.kind !== 'WRONG') return null;
  const isWrong = (name: string): boolean => phase.errors.some(({ path }) => path === name);
  return PRODUCTION_VALUE_NAMES.find(isWrong) ?? 'productionDate';
}

const refusalOf = (error: unknown): EntryResult => ({ kind: 'REFUSED', trouble: faultOf(error), errors: [] });
