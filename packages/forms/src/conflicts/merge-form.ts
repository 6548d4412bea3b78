/** The dialog in which two sides are merged, without its screen. */
import type { ShownConflict } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { Observable } from '../state/observable.ts';
import {
  mergedDecision,
  mergeRows,
  startMerge,
  type MergeDraft,
  type Merged,
  type MergeEntry,
  type MergeRow,
} from './merge-draft.ts';

/**
 * It keeps the rows that it began with: what others change meanwhile moves nothing under the person's hands.
 *
 * @example
 * const form = new MergeForm(words, conflict);
 * form.change('oilVolume', { pick: 'OWN', text: '44' });
 * form.merged; // { ok: true, decision: { choice: 'MERGED', values: { oilVolume: 44 } } }
 */
export class MergeForm extends Observable {
  /** What is asked, field by field. */
  readonly rows: readonly MergeRow[];
  readonly #words: Words;
  #draft: MergeDraft;
  #merged: Merged;

  constructor(words: Words, conflict: ShownConflict) {
    super();
    this.rows = mergeRows(conflict);
    this.#words = words;
    this.#draft = startMerge(this.rows);
    this.#merged = mergedDecision(words, this.rows, this.#draft);
  }

  /** The same object until something is typed or picked. */
  get draft(): MergeDraft {
    return this.#draft;
  }

  /** The decision that the draft stands for, or what is wrong with it. */
  get merged(): Merged {
    return this.#merged;
  }

  /** Somebody picks or types for a field. */
  change(field: string, entry: MergeEntry): void {
    this.#draft = { ...this.#draft, [field]: entry };
    this.#merged = mergedDecision(this.#words, this.rows, this.#draft);
    this.changed();
  }
}
