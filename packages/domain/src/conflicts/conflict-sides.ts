/** What the two sides of a conflict say, and whether a person can undo the result of the rules. */
import { namesOf, partOf, PRODUCTION_FIELDS, type ConflictRecord } from '@wellpulse/contracts';
import { DELETION } from '../merging/field-history.ts';
import type { Values } from '../merging/merge.ts';

type Sides = Pick<ConflictRecord, 'eventType' | 'existingData' | 'incomingData'>;

/** Of the record itself, beside its values. */
const NO_VALUES: ReadonlySet<string> = new Set([
  ...namesOf(partOf(PRODUCTION_FIELDS, 'KEY')),
  ...namesOf(partOf(PRODUCTION_FIELDS, 'ENTRY')),
  'photos',
  'confirmed',
]);

/**
 * Whether the event that met another change wanted to delete the record.
 *
 * @example
 * isDeletion({ eventType: 'PRODUCTION_DELETED' }); // true
 */
export const isDeletion = ({ eventType }: Pick<ConflictRecord, 'eventType'>): boolean =>
  eventType.endsWith('_DELETED');

/**
 * What the event wanted the record's fields to be, by field; `{ [DELETION]: true }` for a deletion. A field that a creation
 * left out or null was never set.
 */
export function incomingValues({ eventType, incomingData }: Omit<Sides, 'existingData'>): Values {
  if (isDeletion({ eventType })) return { [DELETION]: true };
  if (eventType === 'EQUIPMENT_MAINTENANCE_LOGGED') return { status: incomingData['equipmentStatus'] };
  const isCreation = eventType.endsWith('_CREATED');
  return Object.fromEntries(
    Object.entries(incomingData).filter(
      ([field, value]) => !NO_VALUES.has(field) && !(isCreation && value === null),
    ),
  );
}

/** A field of a conflict, with what each of the two sides says of it. */
export interface ConflictField {
  readonly field: string;
  /** What the record had before; null for none. Of `DELETION` false: the record was there. */
  readonly existing: unknown;
  /** What the event wanted; null for none. */
  readonly incoming: unknown;
  /** The event says nothing of this field. */
  readonly isUntouched: boolean;
  /** Both sides set it, and differ. */
  readonly isContested: boolean;
}

/**
 * Both sides, field by field, the contested fields first.
 *
 * @example
 * const [first] = conflictFields(conflict);
 * // first.isContested: the two sides want different values of it
 */
export function conflictFields(conflict: Sides & Pick<ConflictRecord, 'fields'>): ConflictField[] {
  const incoming = incomingValues(conflict);
  const contested = new Set(conflict.fields);
  const fields = new Set([...conflict.fields, ...Object.keys(incoming)]);
  return [...fields].map((field) => ({
    field,
    existing: field === DELETION ? false : (conflict.existingData[field] ?? null),
    incoming: incoming[field] ?? null,
    isUntouched: !(field in incoming),
    isContested: contested.has(field),
  }));
}

/** Whether the rules let one side win, and nobody has had a word on it since. */
const isSettledByRules = ({ status, outcome }: Pick<ConflictRecord, 'status' | 'outcome'>): boolean =>
  status === 'SETTLED' && (outcome === 'OVERWRITE' || outcome === 'SKIP');

/** True for a deletion that won: an undo of it brings the record back. */
const bringsBack = (conflict: Pick<ConflictRecord, 'eventType' | 'outcome'>): boolean =>
  conflict.outcome === 'OVERWRITE' && isDeletion(conflict);

/**
 * Whether a person can undo what the rules did. `isRecordThere` is false for a record that is deleted: it takes no
 * values back, but may itself be brought back.
 *
 * @example
 * isUndoable({ status: 'OPEN', outcome: 'OVERWRITE', eventType: 'PRODUCTION_UPDATED' }, true); // false
 */
export const isUndoable = (
  conflict: Pick<ConflictRecord, 'status' | 'outcome' | 'eventType'>,
  isRecordThere: boolean,
): boolean => isSettledByRules(conflict) && (isRecordThere || bringsBack(conflict));

/**
 * The values, by field, that the record gets when what the rules did is undone: those of the side that gave way.
 *
 * @example
 * if (isUndoable(conflict, true)) form.reset(undoneValues(conflict));
 */
export function undoneValues(conflict: Sides & Pick<ConflictRecord, 'fields' | 'outcome'>): Values {
  if (isDeletion(conflict)) return { [DELETION]: !bringsBack(conflict) };
  const gaveWay = conflict.outcome === 'OVERWRITE' ? conflict.existingData : incomingValues(conflict);
  return Object.fromEntries(conflict.fields.map((field) => [field, gaveWay[field] ?? null]));
}
