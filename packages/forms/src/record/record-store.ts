/**
 * The port through which a record is saved: REST for a dashboard, `record` of the offline client on a device. What can be expected is an
 * answer and never thrown. `@wellpulse/forms/testing` says what each adapter must do.
 */
import type { FieldError } from '@wellpulse/contracts';
import type { Trouble } from '@wellpulse/domain';

/** It is saved: `record` is how it is now. */
export interface SavedRecord<Row> {
  readonly kind: 'SAVED';
  readonly record: Row;
}

/** Somebody changed it meanwhile. Nothing was saved. `newer` is how it is now; null where that is not known. */
export interface StaleRecord<Row> {
  readonly kind: 'STALE';
  readonly trouble: Trouble;
  readonly newer: Row | null;
}

/** Nothing was saved. `errors` name the boxes that are wrong; empty where it is none of them. */
export interface RefusedRecord {
  readonly kind: 'REFUSED';
  readonly trouble: Trouble;
  readonly errors: readonly FieldError[];
}

/** Nothing was saved, and nothing is wrong: what it waited for was given up. */
export interface HeldRecord {
  readonly kind: 'HELD';
}

/** What came of saving. */
export type RecordAnswer<Row> = SavedRecord<Row> | StaleRecord<Row> | RefusedRecord | HeldRecord;

/** Saves the values of a form. `Row` is the record, `Values` what its form makes of what was typed. */
export interface RecordStore<Row, Values> {
  /** `base` is the record that is changed; null adds a new one. */
  save(values: Values, base: Row | null): Promise<RecordAnswer<Row>>;
}

/** What is saved of a record: all of a new one, or the changes of one that there is. */
export type NewOrChange<New, Change> =
  | { readonly kind: 'NEW'; readonly values: New }
  | { readonly kind: 'CHANGE'; readonly changes: Change };
