/** The values of a conflict's two sides as a person reads them. */
import { factsNamed, type Conflict } from '@wellpulse/contracts';
import { DELETION, undoneValues } from '@wellpulse/domain';
import { NO_VALUE } from '@wellpulse/words';
import { fieldValue } from '../audit/field-value.ts';

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

export interface UndoStep {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What taking back what the rules did makes of the record as it is now, by field. */
export const undoSteps = (conflict: Conflict): UndoStep[] =>
  Object.entries(undoneValues(conflict)).map(([field, to]) => ({
    field,
    from: field === DELETION ? conflict.current === null : (conflict.current?.[field] ?? null),
    to,
  }));
