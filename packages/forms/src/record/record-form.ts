/**
 * The form of one record that is added or changed: what is typed, what is wrong with it, and what came of saving it. What is wrong shows
 * when its box was left, or when somebody wanted to save. Nothing that was typed goes away before it is saved (ADR 83).
 */
import type { FieldError } from '@wellpulse/contracts';
import type { Trouble } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { faultOf } from '../saving/fault.ts';
import { Observable } from '../state/observable.ts';
import type { ParsedText } from '../text/parsed-text.ts';
import { memoryPlace, type DraftPlace } from './draft-place.ts';
import type { RecordAnswer, RecordStore } from './record-store.ts';

/** What is typed in each box, by the name of its field: a text, a code, or a list of what was chosen. */
export type Boxes = Readonly<Record<string, string | readonly string[]>>;

/** How the boxes of a kind of record are filled, and what is made of them. */
export interface RecordKind<Text extends Boxes, Row, Values> {
  /** The boxes of a record as it is; of null, those of a new one. */
  readonly textOf: (record: Row | null) => Text;
  /** What was typed as what is saved, or what is wrong with it, in words. `base` is the record that is changed. */
  readonly parse: (words: Words, text: Text, base: Row | null) => ParsedText<Values>;
}

/** What is kept of a form that is not saved yet. */
export interface RecordDraft<Text, Row> {
  readonly text: Text;
  /** The record as it was when typing began, on which the change is based; null for a new one. */
  readonly base: Row | null;
}

/** Why a form was not saved; `errors` name boxes. */
export interface NotSaved<Row> {
  readonly trouble: Trouble;
  readonly errors: readonly FieldError[];
  /** How the record is now, if somebody else changed it meanwhile. */
  readonly newer: Row | null;
}

/**
 * The form of one record. It is told what the person does, and tells what is to be drawn; whoever draws it subscribes.
 *
 * @example
 * const form = new RecordForm(ITEM, store, item);
 * form.type({ serialNumber: 'PJ-7' });
 * const saved = await form.submit(words); // null as long as something is wrong
 */
export class RecordForm<Text extends Boxes, Row, Values> extends Observable {
  readonly #kind: RecordKind<Text, Row, Values>;
  readonly #store: RecordStore<Row, Values>;
  readonly #place: DraftPlace<RecordDraft<Text, Row>>;
  #opened: Row | null;
  #start: Text;
  readonly #left = new Set<keyof Text>();
  #isTried = false;
  #isSaving = false;
  #refusals = 0;
  #notSaved: NotSaved<Row> | null = null;
  /** What was sent last: what the server said of a box holds until that changes. */
  #sent: Text | null = null;

  /** @param opened the record as it is; null adds a new one */
  constructor(
    kind: RecordKind<Text, Row, Values>,
    store: RecordStore<Row, Values>,
    opened: Row | null,
    place: DraftPlace<RecordDraft<Text, Row>> = memoryPlace(),
  ) {
    super();
    this.#kind = kind;
    this.#store = store;
    this.#opened = opened;
    this.#start = kind.textOf(opened);
    this.#place = place;
  }

  /** What stands in the boxes: what was typed, or the record. */
  get text(): Text {
    return this.#place.read()?.text ?? this.#start;
  }

  /** The record that is changed, as it was when typing began; null for a new one. */
  get base(): Row | null {
    const draft = this.#place.read();
    return draft === null ? this.#opened : draft.base;
  }

  /** Whether something is kept that was typed. */
  get hasDraft(): boolean {
    return this.#place.read() !== null;
  }

  /** Whether the boxes hold something else than the record. */
  get isChanged(): boolean {
    return !isSame(this.text, this.#kind.textOf(this.base));
  }

  /** Whether it is on its way. */
  get isSaving(): boolean {
    return this.#isSaving;
  }

  /** Null unless the last try to save was refused. */
  get notSaved(): NotSaved<Row> | null {
    return this.#notSaved;
  }

  /** Counts what was refused for a box, here or by the server: each time the first wrong box is to be looked at. */
  get refusals(): number {
    return this.#refusals;
  }

  /** What was said of the boxes that change is said no more. */
  type(changed: Partial<Text>): void {
    this.#put({ text: { ...this.text, ...changed }, base: this.base });
  }

  /** The person has left the box: from now on its error shows. An empty one that was only passed through is no mistake yet. */
  leave(field: keyof Text): void {
    if (isBlank(this.text[field])) return;
    this.#left.add(field);
    this.changed();
  }

  /** What is wrong with a box, in words; undefined for nothing that is to be shown. */
  errorOf(words: Words, field: keyof Text & string): string | undefined {
    const { text } = this;
    const parsed = this.#kind.parse(words, text, this.base);
    const own = parsed.ok ? undefined : messageOf(parsed.errors, field);
    if (own !== undefined)
      return this.#isTried || (this.#left.has(field) && !isBlank(text[field])) ? own : undefined;
    if (this.#sent !== null && !isEqual(this.#sent[field], text[field])) return undefined;
    const theirs = messageOf(this.#notSaved?.errors ?? [], field);
    return theirs === undefined ? undefined : words.formatMessage(theirs);
  }

  /** Whether somebody wanted to save what can't be saved as it is typed. */
  isWrong(words: Words): boolean {
    return this.#isTried && !this.#kind.parse(words, this.text, this.base).ok;
  }

  /** Saves what was typed. The record as it is then; null if it was not saved. */
  async submit(words: Words): Promise<Row | null> {
    if (this.#isSaving) return null;
    const { text, base } = this;
    const parsed = this.#kind.parse(words, text, base);
    this.#isTried = !parsed.ok;
    if (!parsed.ok) {
      this.#refuse();
      return null;
    }
    this.#left.clear();
    this.#notSaved = null;
    this.#sent = text;
    this.#isSaving = true;
    this.changed();
    const answer = await this.#store.save(parsed.value, base).catch(refusalOf);
    this.#isSaving = false;
    return this.#settle(answer, text);
  }

  /** Gives up what was typed. */
  discard(): void {
    this.#forget();
    this.#put(null);
  }

  /**
   * Goes on with the record as somebody else has saved it. Boxes that were changed by hand keep what was typed if `keepsTyped`; else what was
   * typed is given up.
   */
  takeNewer(newer: Row, { keepsTyped }: { readonly keepsTyped: boolean }): void {
    const before = this.#kind.textOf(this.base);
    const { text } = this;
    this.#forget();
    this.#open(newer);
    this.#put(keepsTyped ? { text: rebased(text, before, this.#start), base: newer } : null);
  }

  /**
   * Tells how the record is now. The boxes show it as long as nothing was typed. What was typed is based on it if the boxes of this form are
   * the same there.
   */
  meet(now: Row): void {
    const { base } = this;
    if (base === null || base === now || this.#isSaving) return;
    const draft = this.#place.read();
    if (draft !== null && !isSame(this.#kind.textOf(base), this.#kind.textOf(now))) return;
    this.#open(now);
    if (draft !== null) this.#place.write({ ...draft, base: now });
    this.changed();
  }

  #settle(answer: RecordAnswer<Row>, sent: Text): Row | null {
    switch (answer.kind) {
      case 'SAVED': {
        const isNew = this.base === null;
        const { text } = this;
        this.#open(isNew ? null : answer.record);
        // What was typed while it was being saved is a change of what was saved.
        const isUntouched = isSame(text, sent);
        this.#put(isUntouched ? null : { text: rebased(text, sent, this.#start), base: this.#opened });
        return answer.record;
      }
      case 'STALE':
        this.#notSaved = { trouble: answer.trouble, errors: [], newer: answer.newer };
        break;
      case 'REFUSED':
        this.#notSaved = { trouble: answer.trouble, errors: this.#ofBoxes(answer.errors), newer: null };
        if (this.#notSaved.errors.length > 0) this.#refusals += 1;
        break;
      case 'HELD':
        break;
    }
    this.changed();
    return null;
  }

  /** What names no box is said of the form as a whole: else nobody would see it. */
  #ofBoxes(errors: readonly FieldError[]): readonly FieldError[] {
    const boxes = Object.keys(this.#start);
    return errors.filter(({ path }) => boxes.includes(path));
  }

  #open(record: Row | null): void {
    this.#opened = record;
    this.#start = this.#kind.textOf(record);
  }

  #refuse(): void {
    this.#refusals += 1;
    this.changed();
  }

  #forget(): void {
    this.#left.clear();
    this.#isTried = false;
    this.#notSaved = null;
    this.#sent = null;
  }

  #put(draft: RecordDraft<Text, Row> | null): void {
    this.#place.write(draft);
    this.changed();
  }
}

const messageOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find(({ path }) => path === field)?.message;

type Box = Boxes[string] | undefined;

const isBlank = (box: Box): boolean => typeof box === 'string' && box.trim() === '';

const isEqual = (left: Box, right: Box): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);

const isSame = (left: Boxes, right: Boxes): boolean =>
  Object.keys({ ...left, ...right }).every((field) => isEqual(left[field], right[field]));

/** The boxes of `now`, except those in which `text` differs from `before`. */
function rebased<Text extends Boxes>(text: Text, before: Text, now: Text): Text {
  const typed = Object.entries(text).filter(([field, box]) => !isEqual(box, before[field]));
  return { ...now, ...Object.fromEntries(typed) };
}

const refusalOf = (error: unknown): RecordAnswer<never> => ({
  kind: 'REFUSED',
  trouble: faultOf(error),
  errors: [],
});
