/** What an undo makes of a record: said before it is done. */
import type { Conflict } from '@wellpulse/contracts';
import { DELETION, undoneValues } from '@wellpulse/domain';

export interface UndoStep {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** By field, from what the record is now. */
export const undoSteps = (conflict: Conflict): UndoStep[] =>
  Object.entries(undoneValues(conflict)).map(([field, to]) => ({
    field,
    from: field === DELETION ? conflict.current === null : (conflict.current?.[field] ?? null),
    to,
  }));
