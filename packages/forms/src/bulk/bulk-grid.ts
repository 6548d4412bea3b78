/** The state behind the grid of several days: the cell in use, pasting with its way back, errors, and what leaves the grid. */
import { productOf } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import { readPaste } from '../pasting/read-paste.ts';
import type { DeskSituation, EntryDesk, KnownDay, SavePhase } from '../production/entry-desk.ts';
import type { EntryDraft, EntryPlace } from '../production/entry-drafts.ts';
import { isNumber, parseReading, varianceNote } from '../production/entry-rules.ts';
import { isBlank, type RecordedVolumes } from '../production/entry-text.ts';
import { errorOfBox, refusalSentence } from '../production/phase-words.ts';
import { questionSentence } from '../production/questions.ts';
import { Observable } from '../state/observable.ts';
import {
  BULK_FIELDS,
  cellsOf,
  isEntered,
  pasteInto,
  volumeBefore,
  type BulkField,
  type Cell,
} from './bulk-days.ts';

/** What is said of a cell. */
export interface CellNote {
  readonly error: string | undefined;
  readonly warning: string | null;
}

/** Entered days over which cells were pasted, until the person says what becomes of them. */
interface Replacement {
  readonly drafts: ReadonlyMap<string, EntryDraft>;
  readonly cells: number;
  /** What is said of the paste if they stay. */
  readonly leftOut: number;
  readonly filled: number;
}

/**
 * Several days of a well, as a spreadsheet has them.
 *
 * @example
 * const grid = new BulkGrid(desk, words);
 * grid.paste(days, { row: 0, column: 0 }, 'Day\tOil\n10/21/2025\t42.5');
 */
export class BulkGrid<Photo = string> extends Observable {
  readonly #desk: EntryDesk<Photo>;
  readonly #words: Words;
  #active: Cell = { row: 0, column: 0 };
  #message: string | null = null;
  /** What stood there before the last paste, until something else is changed. */
  #beforePaste: ReadonlyMap<string, EntryDraft | null> | null = null;
  #replacement: Replacement | null = null;

  constructor(desk: EntryDesk<Photo>, words: Words) {
    super();
    this.#desk = desk;
    this.#words = words;
  }

  /** The cell in use. */
  get active(): Cell {
    return this.#active;
  }

  /** What happened last, in words; null for nothing. */
  get message(): string | null {
    return this.#message;
  }

  /** Whether the last paste can be taken back. */
  get canUndo(): boolean {
    return this.#beforePaste !== null;
  }

  /** How many entered days wait for an answer whether they are replaced; 0 for none. */
  get daysToReplace(): number {
    return this.#replacement?.drafts.size ?? 0;
  }

  /** The focus is at a cell. */
  choose(cell: Cell): void {
    this.#active = cell;
    this.changed();
  }

  /** Somebody typed in a cell. */
  type(day: KnownDay, field: BulkField, text: string): void {
    this.#say(null);
    this.#desk.type(day, { [field]: text });
  }

  /** False: the text is one value, which the box itself takes. */
  paste(days: readonly KnownDay[], start: Cell, text: string): boolean {
    const field = BULK_FIELDS[start.column];
    const block = readPaste(text, field !== undefined && isNumber(field) ? 'NUMBER' : 'TEXT');
    if (block === null) return false;
    const { drafts, filled, entered, cellsOfEntered, leftOut } = pasteInto(
      days,
      (place) => this.#desk.draft(place),
      start,
      block,
    );
    this.#say(this.#words.formTexts.pasted(filled, leftOut, ''));
    this.#write(days, drafts);
    this.#replacement =
      entered.size === 0 ? null : { drafts: entered, cells: cellsOfEntered, leftOut, filled };
    this.changed();
    return true;
  }

  /** The person lets the paste replace what is entered. Nothing is saved yet. */
  replaceEntered(days: readonly KnownDay[]): void {
    if (this.#replacement === null) return;
    const { drafts, cells, leftOut, filled } = this.#replacement;
    const before = this.#beforePaste;
    this.#say(this.#words.formTexts.pasted(filled + cells, leftOut, ''));
    this.#write(days, drafts);
    this.#beforePaste = new Map([...(before ?? []), ...(this.#beforePaste ?? [])]);
    this.changed();
  }

  /** What is entered stays as it is. */
  keepEntered(): void {
    if (this.#replacement === null) return;
    const { drafts, cells, leftOut, filled } = this.#replacement;
    const before = this.#beforePaste;
    const kept = [...drafts.keys()].map(this.#words.formatDay).join(', ');
    this.#say(this.#words.formTexts.pasted(filled, leftOut + cells, kept));
    this.#beforePaste = before;
    this.changed();
  }

  /** Puts back what stood there before the last paste. */
  undo(days: readonly KnownDay[]): void {
    const before = this.#beforePaste;
    if (before === null) return;
    for (const day of days) {
      const former = before.get(day.date);
      if (former === null) this.#desk.discard(day);
      else if (former !== undefined) this.#desk.put(day, former);
    }
    this.#say(this.#words.formTexts.pasteUndone);
  }

  /** What is wrong or remarkable with a cell. `before` is the record of the day before the first row. */
  noteOf(
    days: readonly KnownDay[],
    row: number,
    field: BulkField,
    before: RecordedVolumes | null,
    thresholdPercent: number,
  ): CellNote {
    const day = days[row];
    if (day === undefined) return { error: undefined, warning: null };
    const draft = this.#desk.draft(day);
    const text = cellsOf(day, draft)[field];
    const phase = this.#desk.phase(day);
    return {
      error: this.#errorOf(phase, field, text),
      warning: isEntered(day, draft)
        ? null
        : (this.#questionOf(phase, field) ??
          this.#varianceOf(days, row, field, text, before, thresholdPercent)),
    };
  }

  /** What is wrong with a day as a whole; undefined for nothing. */
  dayError(day: EntryPlace): string | undefined {
    const phase = this.#desk.phase(day);
    if (phase?.kind === 'CONFLICT') return this.#words.productionTexts.savedMeanwhile;
    return errorOfBox(this.#words, phase, 'productionDate');
  }

  /** Where a person has to look in a day: its first field that is wrong or asked about; null for none. */
  fieldToLookAt(day: EntryPlace): BulkField | null {
    const phase = this.#desk.phase(day);
    const isRemarked = (field: BulkField): boolean =>
      phase?.kind === 'WRONG'
        ? phase.errors.some(({ path }) => path === field)
        : phase?.kind === 'ASKED' && phase.questions.some((question) => question.field === field);
    return BULK_FIELDS.find(isRemarked) ?? null;
  }

  /** Why nothing was saved, where no day is to blame; null for nothing. */
  problem(days: readonly KnownDay[]): string | null {
    for (const day of days) {
      const phase = this.#desk.phase(day);
      if (phase?.kind === 'REFUSED' && phase.errors.length === 0)
        return this.#words.requestWords.notSaved(refusalSentence(this.#words, phase.trouble));
    }
    return null;
  }

  /** How many days are going to be saved. */
  filled(days: readonly KnownDay[]): number {
    return this.#drafted(days).length;
  }

  /** Saves the days that were filled in. Answers with where the person has to look, and with how many are saved. */
  save(days: readonly KnownDay[], situation: DeskSituation): ReturnType<EntryDesk['saveDays']> {
    const { formTexts } = this.#words;
    const drafted = this.#drafted(days);
    if (drafted.length === 0) {
      this.#say(formTexts.nothingToSave);
      return { staysAt: null, done: Promise.resolve(0) };
    }
    this.#say(null);
    const submitted = this.#desk.saveDays(drafted, situation);
    if (submitted.staysAt !== null) this.#say(this.#whyNothing(days));
    return submitted;
  }

  /** What is asked about, or how many days are wrong. */
  #whyNothing(days: readonly KnownDay[]): string {
    const phases = days.map((day) => this.#desk.phase(day));
    const wrong = phases.filter((phase) => phase?.kind === 'WRONG').length;
    if (wrong > 0) return this.#words.formTexts.nothingSaved(wrong);
    return days
      .flatMap((day, at) => {
        const phase = phases[at];
        if (phase?.kind !== 'ASKED') return [];
        return phase.questions.map(
          (question) =>
            `${this.#words.formatDay(day.date)}: ${questionSentence(this.#words, question, false)}`,
        );
      })
      .join('. ');
  }

  #drafted(days: readonly KnownDay[]): KnownDay[] {
    return days.filter((day) => {
      const draft = this.#desk.draft(day);
      return draft !== null && !(draft.base === null && isBlank(draft));
    });
  }

  #errorOf(phase: SavePhase | null, field: BulkField, text: string): string | undefined {
    const said = errorOfBox(this.#words, phase, field);
    if (said !== undefined || !isNumber(field)) return said;
    // A cell that is no number shows at once: after a paste nobody visits every cell.
    const parsed = parseReading(this.#words, text, field);
    return parsed.ok ? undefined : parsed.message;
  }

  #questionOf(phase: SavePhase | null, field: BulkField): string | null {
    if (phase?.kind !== 'ASKED') return null;
    const question = phase.questions.find((each) => each.field === field);
    return question === undefined ? null : questionSentence(this.#words, question, false);
  }

  #varianceOf(
    days: readonly KnownDay[],
    row: number,
    field: BulkField,
    text: string,
    before: RecordedVolumes | null,
    thresholdPercent: number,
  ): string | null {
    const product = productOf(field);
    if (product === undefined) return null;
    const previous = volumeBefore(days, (place) => this.#desk.draft(place), row, product, before);
    return varianceNote(this.#words, text, previous, product, thresholdPercent);
  }

  #write(days: readonly KnownDay[], drafts: ReadonlyMap<string, EntryDraft>): void {
    const before = new Map<string, EntryDraft | null>();
    for (const day of days) {
      const draft = drafts.get(day.date);
      if (draft === undefined) continue;
      before.set(day.date, this.#desk.draft(day));
      const { base: _, ...text } = draft;
      this.#desk.type(day, text);
    }
    this.#beforePaste = before.size === 0 ? null : before;
  }

  #say(message: string | null): void {
    this.#message = message;
    this.#beforePaste = null;
    this.#replacement = null;
    this.changed();
  }
}
