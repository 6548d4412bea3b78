/** Changing one record of a list in its place. What is typed is a draft of its day, like everywhere. */
import type { ProductionRecord } from '@wellpulse/contracts';
import type { DeskSituation, EntryDesk, KnownDay, Submitted } from './entry-desk.ts';
import type { MeasuredBefore } from './questions.ts';
import { Observable } from '../state/observable.ts';

/**
 * A list of records of which one at a time is changed in its place.
 *
 * @example
 * const edit = new RowEdit(desk);
 * edit.start(record);
 * edit.save(knownOfRecord(record, before), situation);
 */
export class RowEdit<Photo = string> extends Observable {
  readonly #desk: EntryDesk<Photo>;
  #record: ProductionRecord | null = null;
  #leftId: string | null = null;

  constructor(desk: EntryDesk<Photo>) {
    super();
    this.#desk = desk;
  }

  /** The record that is being changed, as it was when that began; null for none. */
  get record(): ProductionRecord | null {
    return this.#record;
  }

  /** The record whose change has just ended, until the focus is back at it; null for none. */
  get leftId(): string | null {
    return this.#leftId;
  }

  /** Begins a change. What was typed of the day before stands in the boxes. */
  start(record: ProductionRecord): void {
    this.#record = record;
    this.changed();
  }

  /** The focus is back. */
  returned(): void {
    this.#leftId = null;
    this.changed();
  }

  /** Gives up what was typed. */
  cancel(): void {
    if (this.#record === null) return;
    this.#desk.discard(placeOf(this.#record));
    this.#stop();
  }

  /** Ends the change once it is saved. Nothing was typed: that ends it too. */
  save(known: KnownDay, situation: DeskSituation): Submitted {
    if (this.#desk.draft(known) === null) {
      this.#stop();
      return { staysAt: null, done: Promise.resolve(null) };
    }
    const submitted = this.#desk.save(known, situation);
    return { ...submitted, done: submitted.done.then((record) => this.saved(record)) };
  }

  /** The change is saved, perhaps over what somebody else had saved; null if it was not. */
  saved(record: ProductionRecord | null): ProductionRecord | null {
    if (record !== null && this.#record?.productionDate === record.productionDate) this.#stop();
    return record;
  }

  #stop(): void {
    this.#leftId = this.#record?.id ?? null;
    this.#record = null;
    this.changed();
  }
}

const placeOf = ({ wellId, productionDate }: ProductionRecord) => ({ wellId, date: productionDate });

/**
 * What is known of a record's day.
 *
 * @example
 * knownOfRecord(record, { last: null, dayBefore: null });
 */
export const knownOfRecord = (record: ProductionRecord, before: MeasuredBefore): KnownDay => ({
  ...placeOf(record),
  record,
  ...before,
});
