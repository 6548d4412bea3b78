/** What the two sides of a conflict say, which counts by which rule, and whether a person can choose again. */
import {
  EQUIPMENT_FIELDS,
  namesOf,
  namesWith,
  partOf,
  PRODUCTION_FIELDS,
  type Conflict,
  type ConflictRecord,
} from '@wellpulse/contracts';
import { DELETION } from '../merging/field-history.ts';
import type { Values } from '../merging/merge.ts';
import { sameValue } from '../state/changes.ts';

type Sides = Pick<ConflictRecord, 'eventType' | 'existingData' | 'incomingData'>;

/** What only the log tells. Undefined where a device does not know it. */
type Logged = {
  readonly [Key in 'baseVersion' | 'baseData' | 'settledData']?: Conflict[Key] | undefined;
};

/** A conflict as the server tells it; a device that has only the record knows less. */
export type ToldConflict = Sides & Pick<ConflictRecord, 'entity' | 'fields' | 'outcome' | 'status'> & Logged;

/** A conflict with its names, for people: all that the server tells, or what a device knows of it without a network. */
export type ShownConflict = Omit<Conflict, keyof Logged | 'reason' | 'sequence'> & Logged;

/** Of the record itself, beside its values. */
const NO_VALUES: ReadonlySet<string> = new Set([
  ...namesOf(partOf(PRODUCTION_FIELDS, 'KEY')),
  ...namesOf(partOf(PRODUCTION_FIELDS, 'ENTRY')),
  'photos',
  'confirmed',
]);

/** The fields that people may disagree about. */
export const CONTESTED_FIELDS: Readonly<Record<ConflictRecord['entity'], readonly string[]>> = {
  PRODUCTION: namesWith(PRODUCTION_FIELDS, 'contested'),
  EQUIPMENT: namesWith(EQUIPMENT_FIELDS, 'contested'),
};

/** It helps to choose, also where nobody changed it. */
const NOTES = 'notes';

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

/** Which side the record holds since the conflict was settled. `NEITHER`: a person merged in a value of their own. */
export type CountingSide = 'EXISTING' | 'INCOMING' | 'BOTH' | 'NEITHER';

/**
 * Why it counts. `LATER`: it is the later entry. `NOT_HELD`: the device of the other side did not hold the record. `ALONE`: no other
 * side changed it. `AGREED`: both say the same. `CHOSEN`: a person chose it. `UNDONE`: a person undid what the rules did.
 */
export type ConflictRule = 'LATER' | 'NOT_HELD' | 'ALONE' | 'AGREED' | 'CHOSEN' | 'UNDONE';

/** A field of a conflict, with what each of the two sides says of it. */
export interface ConflictField {
  readonly field: string;
  /** What it was before either side changed it; null for nothing, undefined where that is not known. */
  readonly before: unknown;
  /** What the record held when the event came; null for none. Of `DELETION` false: the record was there. */
  readonly existing: unknown;
  /** What the event wanted; null for none. */
  readonly incoming: unknown;
  /** The side that came first left it as it was before. */
  readonly isKept: boolean;
  /** The event says nothing of this field. */
  readonly isUntouched: boolean;
  /** Both sides set it, and differ. */
  readonly isContested: boolean;
  /** Null while nothing is decided, where it is not known, and for what nobody changed. */
  readonly counting: CountingSide | null;
  readonly rule: ConflictRule | null;
}

/**
 * Every field that either side changed, the contested ones first; the notes at the end, if there are any.
 *
 * @example
 * const [first] = conflictFields(conflict);
 * // first.isContested: the two sides want different values of it
 */
export function conflictFields(conflict: ToldConflict): ConflictField[] {
  const { fields, entity, existingData, baseData } = conflict;
  const incoming = incomingValues(conflict);
  const isChanged = (field: string): boolean =>
    baseData !== undefined && !sameValue(valueIn(baseData, field), valueIn(existingData, field));
  const told = [...fields, ...Object.keys(incoming), ...CONTESTED_FIELDS[entity].filter(isChanged)];
  const notes = valueIn(existingData, NOTES) === null ? [] : [NOTES];
  return [...new Set([...told, ...notes])].map((field) => {
    const value = {
      field,
      before: baseData === undefined ? undefined : valueBefore(baseData, field),
      existing: field === DELETION ? false : valueIn(existingData, field),
      incoming: incoming[field] ?? null,
      isKept: baseData !== undefined && field !== DELETION && !isChanged(field),
      isUntouched: !(field in incoming),
      isContested: fields.includes(field),
    };
    return { ...value, ...countingOf(conflict, value) };
  });
}

type Known = Omit<ConflictField, 'counting' | 'rule'>;
const UNDECIDED = { counting: null, rule: null };

function countingOf(conflict: ToldConflict, known: Known): Pick<ConflictField, 'counting' | 'rule'> {
  const { status, outcome, settledData } = conflict;
  const isNews = !known.isUntouched || !known.isKept;
  const isTakingBack = outcome === 'MERGE' && isDeletion(conflict);
  const isDecided = status !== 'OPEN' && status !== 'WITHDRAWN' && !isTakingBack;
  if (settledData === undefined || !isDecided || !isNews) return UNDECIDED;
  const counting = sideThatCounts(settledData, conflict, known);
  return counting === null ? UNDECIDED : { counting, rule: ruleOf(conflict, known, counting) };
}

function sideThatCounts(
  settledData: Values | null,
  conflict: ToldConflict,
  { field, existing, incoming, isUntouched }: Known,
): CountingSide | null {
  if (settledData === null) return isDeletion(conflict) ? 'INCOMING' : null;
  if (field === DELETION) return 'EXISTING';
  const stands = valueIn(settledData, field);
  const isExisting = sameValue(stands, existing);
  const isIncoming = !isUntouched && sameValue(stands, incoming);
  if (isExisting) return isIncoming ? 'BOTH' : 'EXISTING';
  return isIncoming ? 'INCOMING' : 'NEITHER';
}

function ruleOf(
  conflict: ToldConflict,
  { isContested, isUntouched }: Known,
  counting: CountingSide,
): ConflictRule {
  if (counting === 'BOTH') return 'AGREED';
  const isAlone = !isContested && !isDeletion(conflict);
  // Nothing of the second side was applied before somebody chose; what it does not name, nobody was asked about.
  if (conflict.status === 'RESOLVED') return isAlone && isUntouched ? 'ALONE' : 'CHOSEN';
  if (isAlone) return 'ALONE';
  if (conflict.status === 'UNDONE') return 'UNDONE';
  return counting === 'EXISTING' && isNotHeld(conflict) ? 'NOT_HELD' : 'LATER';
}

/** The incoming side's device did not hold the record: what anybody entered comes after its entry, whatever the clocks say. */
export const isNotHeld = ({ baseVersion }: Pick<ToldConflict, 'baseVersion'>): boolean =>
  baseVersion === null;

const valueIn = (values: Values | null, field: string): unknown => values?.[field] ?? null;

const valueBefore = (baseData: Values | null, field: string): unknown =>
  field === DELETION ? baseData === null : valueIn(baseData, field);

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
 * Whether a person has decided, and can choose again.
 *
 * @example
 * isReopenable({ status: 'RESOLVED' }); // true
 */
export const isReopenable = ({ status }: Pick<ConflictRecord, 'status'>): boolean =>
  status === 'RESOLVED' || status === 'UNDONE';

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
