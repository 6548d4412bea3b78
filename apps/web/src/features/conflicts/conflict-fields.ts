/** The values of a conflict's two sides as a person reads them. */
import type { Conflict } from '@wellpulse/contracts';
import { DELETION, undoneValues } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';

/** "42.50 bbl", "Operational", "Deleted". */
export function conflictValue(words: Words, field: string, value: unknown): string {
  const { conflictTexts } = words;
  if (field === DELETION) return value === true ? conflictTexts.deleted : conflictTexts.there;
  return words.fieldValue(field, value);
}

export interface UndoStep {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What an undo makes of the record as it is now, by field. */
export const undoSteps = (conflict: Conflict): UndoStep[] =>
  Object.entries(undoneValues(conflict)).map(([field, to]) => ({
    field,
    from: field === DELETION ? conflict.current === null : (conflict.current?.[field] ?? null),
    to,
  }));
