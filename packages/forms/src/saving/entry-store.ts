/**
 * The port through which a reading is saved: REST for a dashboard, `record` of the offline client on a device. What can be expected is
 * an answer and never thrown. `@wellpulse/forms/testing` says what each adapter must do.
 */
import type { FieldError, ProductionEntry, ProductionRecord } from '@wellpulse/contracts';
import type { Trouble } from '@wellpulse/domain';

/** Which record a change is based on, and in which state. */
export type EntryBase = Pick<ProductionRecord, 'id' | 'version'>;

/** One day of a well. `Photo` is what a platform calls a photo that may be saved: a hash, or one of a device's own. */
export interface EntryToSave<Photo> {
  readonly wellId: string;
  readonly entry: ProductionEntry;
  /** Null for a day that had no record when typing began. */
  readonly base: EntryBase | null;
  /** To be added to those that the reading has. */
  readonly photos: readonly Photo[];
}

/** The server has it. */
export interface SavedEntry {
  readonly kind: 'SAVED';
  readonly record: ProductionRecord;
}

/** It is on this device's disk, and goes to the server with the next sync. */
export interface WaitingEntry {
  readonly kind: 'WAITS';
  readonly record: ProductionRecord;
}

/** Somebody saved the day meanwhile. Nothing was saved. */
export interface ConflictingEntry {
  readonly kind: 'CONFLICT';
  readonly theirs: ProductionRecord;
}

/** Nothing was saved. `errors` name the fields that are wrong; empty where it is none of them. */
export interface RefusedEntry {
  readonly kind: 'REFUSED';
  readonly trouble: Trouble;
  readonly errors: readonly FieldError[];
}

/** Nothing is wrong with the day: it was not saved because another one of the same request was not. */
export interface HeldEntry {
  readonly kind: 'HELD';
}

export type EntryResult = SavedEntry | WaitingEntry | ConflictingEntry | RefusedEntry;

/** Saves readings. What can be expected, such as a colleague who was quicker, is an answer. */
export interface EntryStore<Photo = string> {
  save(entry: EntryToSave<Photo>): Promise<EntryResult>;
  /** Several days of a well. One answer a day, in their order. Of the new days, a server saves all or none. */
  saveDays(days: readonly EntryToSave<Photo>[]): Promise<readonly (EntryResult | HeldEntry)[]>;
}
