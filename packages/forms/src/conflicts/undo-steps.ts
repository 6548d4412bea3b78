/** What an undo makes of a record: said before it is done. */
import { DELETION, undoneValues, type ShownConflict } from '@wellpulse/domain';

export interface UndoStep {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** By field, from what the record is now. */
export const undoSteps = (conflict: ShownConflict): UndoStep[] =>
  Object.entries(undoneValues(conflict)).map(([field, to]) => ({
    field,
    from: field === DELETION ? conflict.current === null : (conflict.current?.[field] ?? null),
    to,
  }));
