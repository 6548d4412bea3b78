'use client';

import { BULK_FIELDS, type BulkField, type BulkGrid, type CellNote, type KnownDay } from '@wellpulse/forms';
import { Button } from '../../components/buttons/Button.tsx';
import { useWords } from '../../lib/words-context.tsx';

export interface BulkNotesProps<Photo> {
  readonly grid: BulkGrid<Photo>;
  readonly days: readonly KnownDay[];
  readonly noteOf: (row: number, field: BulkField) => CellNote;
}

/** About the cell in use: its error, its warning, or what happened last and what is to be decided. */
export function BulkNotes<Photo>({ grid, days, noteOf }: BulkNotesProps<Photo>) {
  const { formTexts, formatDay } = useWords();
  const { row, column } = grid.active;
  const field = BULK_FIELDS[column];
  const day = days[row];
  if (field === undefined || day === undefined) return null;
  const { error, warning } = noteOf(row, field);
  const where = `${formatDay(day.date)}: `;
  const wrong = error ?? grid.dayError(day);
  return (
    <>
      {grid.message !== null && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 field:gap-5 text-ink-muted">
          {grid.message}
          {grid.canUndo && (
            <Button
              size="sm"
              onClick={() => {
                grid.undo(days);
              }}
            >
              {formTexts.undoPaste}
            </Button>
          )}
        </p>
      )}
      {grid.daysToReplace > 0 && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 field:gap-5 text-attention">
          {formTexts.replaceEntered(grid.daysToReplace)}
          <Button
            size="sm"
            onClick={() => {
              grid.replaceEntered(days);
            }}
          >
            {formTexts.replace}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              grid.keepEntered();
            }}
          >
            {formTexts.keepEntered}
          </Button>
        </p>
      )}
      {wrong !== undefined && <p className="text-bad">{where + wrong}</p>}
      {wrong === undefined && warning !== null && <p className="text-attention">{where + warning}</p>}
    </>
  );
}
