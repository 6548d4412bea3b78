/** The form of one day: which day it is, and what was typed. */
import type { EntryDesk } from './entry-desk.ts';
import type { EntryPlace } from './entry-drafts.ts';
import { Observable } from '../state/observable.ts';

/**
 * One day of one well, which may turn out to be another day.
 *
 * @example
 * const form = new EntryForm(desk, { wellId, date: today });
 * form.moveTo(yesterday); // what was typed moves along
 */
export class EntryForm<Photo = string> extends Observable {
  readonly #desk: EntryDesk<Photo>;
  #place: EntryPlace;

  constructor(desk: EntryDesk<Photo>, place: EntryPlace) {
    super();
    this.#desk = desk;
    this.#place = place;
  }

  /** The same object until the day changes. Its date is empty while a part of it is being typed. */
  get place(): EntryPlace {
    return this.#place;
  }

  /** What was typed stays in the boxes: it was the day that was wrong. What waits at the other day is not overwritten. */
  moveTo(date: string): void {
    const from = this.#place;
    const to = { ...from, date };
    const draft = this.#desk.draft(from);
    this.#place = to;
    if (draft !== null && date !== '' && date !== from.date && this.#desk.draft(to) === null) {
      this.#desk.put(to, { ...draft, base: null });
      this.#desk.discard(from);
    }
    this.changed();
  }
}
