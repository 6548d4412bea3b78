/** What the two sides of a conflict say, field by field. */
import { factsNamed, type Conflict } from '@wellpulse/contracts';
import { NO_VALUE } from '@wellpulse/ui';
import { fieldValue } from '../audit/field-value.ts';

export interface ConflictField {
  readonly field: string;
  readonly existing: unknown;
  readonly incoming: unknown;
  /** The incoming side says nothing of this field. */
  readonly isUntouched: boolean;
  readonly isContested: boolean;
}

/** Of the record itself, beside its values. */
const NO_FIELDS = new Set(['productionDate', 'location', 'version']);

/** The one that stands for the record's being there at all. */
export const DELETION = 'deleted';

export const isDeletion = ({ eventType }: Pick<Conflict, 'eventType'>): boolean =>
  eventType.endsWith('_DELETED');

/** What the event wanted the record's fields to be. */
export function incomingValues({ eventType, incomingData }: Conflict): Readonly<Record<string, unknown>> {
  if (eventType.endsWith('_DELETED')) return { [DELETION]: true };
  if (eventType === 'EQUIPMENT_MAINTENANCE_LOGGED') return { status: incomingData['equipmentStatus'] };
  // A field that a creation left out or null was never set.
  const isCreation = eventType.endsWith('_CREATED');
  return Object.fromEntries(
    Object.entries(incomingData).filter(
      ([field, value]) => !NO_FIELDS.has(field) && !(isCreation && value === null),
    ),
  );
}

/** The contested fields first. */
export function conflictFields(conflict: Conflict): ConflictField[] {
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

/** Units that the value's own words leave out. */
const unitOf = (field: string): string | undefined => {
  const unit = factsNamed(field)?.unit;
  return unit === 'USD' || unit === 'days' ? undefined : unit;
};

/** "42.50 bbl", "Operational", "Deleted". */
export function conflictValue(field: string, value: unknown): string {
  if (field === DELETION) return value === true ? 'Deleted' : 'There';
  const text = fieldValue(field, value);
  const unit = unitOf(field);
  return unit === undefined || text === NO_VALUE ? text : `${text} ${unit}`;
}

/** What taking back what the rules did makes of the record, by field. */
export function undoneValues(conflict: Conflict): { field: string; from: unknown; to: unknown }[] {
  const incoming = incomingValues(conflict);
  return conflict.fields.map((field) => {
    const gaveWay = conflict.outcome === 'OVERWRITE' ? conflict.existingData[field] : incoming[field];
    if (field !== DELETION) return { field, from: conflict.current?.[field] ?? null, to: gaveWay ?? null };
    return { field, from: conflict.current === null, to: conflict.outcome === 'SKIP' };
  });
}

/** A record that was deleted since can't take its values back; a deletion that won can. */
export function isUndoable(conflict: Conflict): boolean {
  const { outcome, status, current } = conflict;
  if (status !== 'SETTLED' || (outcome !== 'OVERWRITE' && outcome !== 'SKIP')) return false;
  return current !== null || (outcome === 'OVERWRITE' && isDeletion(conflict));
}
