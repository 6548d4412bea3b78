/** The sheet of a day: which wells are shown, how many are entered, saving one or all, and pasting. */
import { type DaySheetRow, type ProductionValueName } from '@wellpulse/contracts';
import { completeness, measuredVolumes } from '@wellpulse/domain';
import { placePaste } from '../pasting/place-paste.ts';
import { readPaste } from '../pasting/read-paste.ts';
import { wellsNamed } from '../pasting/wells-named.ts';
import type { DeskSituation, EntryDesk, KnownDay, Submitted } from '../production/entry-desk.ts';
import type { EntryDraft, EntryPlace } from '../production/entry-drafts.ts';
import { isNumber } from '../production/entry-rules.ts';
import { Observable } from '../state/observable.ts';

/**
 * What is known of a row's day.
 *
 * @example
 * desk.type(knownOfRow(row, '2025-10-24'), { oilVolume: '42.5' });
 */
export const knownOfRow = ({ wellId, record, previous, last }: DaySheetRow, date: string): KnownDay => ({
  wellId,
  date,
  record,
  last,
  dayBefore: measuredVolumes(previous),
});

/** A box of the sheet. */
export interface SheetCell {
  readonly row: number;
  readonly field: ProductionValueName;
}

/** What a paste did. */
export interface SheetPaste {
  readonly filled: number;
  readonly leftOut: number;
  /** Puts back what stood there before. */
  readonly undo: () => void;
}

/** Which rows of a sheet are wanted. */
export interface SheetFilter {
  /** Leaves out the wells that were entered before the page was opened. */
  readonly onlyMissing: boolean;
  /** The ids of the person's own wells; null for all wells. */
  readonly mine: ReadonlySet<string> | null;
}

/**
 * The wells of a day, in the order in which they are driven.
 *
 * @example
 * const sheet = new DaySheetForm(desk, '2025-10-24');
 * const { entered, expected } = sheet.progress(rows);
 */
export class DaySheetForm<Photo = string> extends Observable {
  readonly #desk: EntryDesk<Photo>;
  readonly #date: string;
  /** Rows that were worked on stay in sight, so that their tick is seen. */
  readonly #touched = new Set<string>();
  #isSavingAll = false;

  constructor(desk: EntryDesk<Photo>, date: string) {
    super();
    this.#desk = desk;
    this.#date = date;
  }

  /** Whether all rows are being saved, one after the other. */
  get isSavingAll(): boolean {
    return this.#isSavingAll;
  }

  /** The rows that are drawn, in the order in which they are driven. */
  shown(rows: readonly DaySheetRow[], { onlyMissing, mine }: SheetFilter): readonly DaySheetRow[] {
    return rows.filter(
      ({ record, wellId }) =>
        (mine?.has(wellId) ?? true) && (!onlyMissing || record === null || this.#touched.has(wellId)),
    );
  }

  /** How many wells should have an entry, and how many have one. */
  progress(rows: readonly DaySheetRow[]): ReturnType<typeof completeness> {
    return completeness(rows);
  }

  /** The rows whose text is not saved. */
  waiting(rows: readonly DaySheetRow[]): readonly DaySheetRow[] {
    return rows.filter(({ wellId }) => this.#desk.draft({ wellId, date: this.#date }) !== null);
  }

  /** Saves a row. A row in which nothing was typed is none to save. */
  save(row: DaySheetRow, situation: DeskSituation): Submitted {
    const known = knownOfRow(row, this.#date);
    if (this.#desk.draft(known) === null) return { staysAt: null, done: Promise.resolve(null) };
    this.#touched.add(row.wellId);
    return this.#desk.save(known, situation);
  }

  /** Saves all rows, one after the other. Answers with the first one where the person has to look; null for none. */
  async saveAll(rows: readonly DaySheetRow[], situation: DeskSituation): Promise<EntryPlace | null> {
    this.#setSavingAll(true);
    let first: EntryPlace | null = null;
    for (const row of this.waiting(rows)) {
      const { staysAt, done } = this.save(row, situation);
      if (staysAt !== null) first ??= { wellId: row.wellId, date: this.#date };
      await done;
    }
    this.#setSavingAll(false);
    return first;
  }

  /** Fills a block of cells down the wells, or into those that it names. Null: the text is one value, which the box takes. */
  paste(rows: readonly DaySheetRow[], start: SheetCell, text: string): SheetPaste | null {
    const block = readPaste(text, isNumber(start.field) ? 'NUMBER' : 'TEXT');
    if (block === null) return null;
    const placed = placePaste(block, start, rows.length, wellsNamed(rows.map(({ wellName }) => wellName)));
    const before = new Map<EntryPlace, EntryDraft | null>();
    let filled = 0;
    for (const [at, row] of rows.entries()) {
      const cells = placed.cells.filter((cell) => cell.row === at);
      if (cells.length === 0 || !row.takesReading) continue;
      const known = knownOfRow(row, this.#date);
      before.set({ wellId: row.wellId, date: this.#date }, this.#desk.draft(known));
      this.#desk.type(known, Object.fromEntries(cells.map((cell) => [cell.field, cell.text])));
      filled += cells.length;
    }
    return {
      filled,
      leftOut: placed.leftOut + placed.cells.length - filled,
      undo: () => {
        for (const [place, draft] of before) this.#desk.put(place, draft);
      },
    };
  }

  #setSavingAll(isSavingAll: boolean): void {
    this.#isSavingAll = isSavingAll;
    this.changed();
  }
}
