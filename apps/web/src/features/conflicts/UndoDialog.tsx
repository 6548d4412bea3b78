'use client';

import type { Conflict } from '@wellpulse/contracts';
import { DELETION } from '@wellpulse/domain';
import { ConfirmDialog, toast } from '@wellpulse/ui';
import { words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { conflictValue, undoSteps } from './conflict-fields.ts';
import { useUndoConflict } from '../../queries/conflict-queries.ts';

export interface UndoDialogProps {
  readonly conflict: Conflict;
  readonly onUndone: () => void;
  readonly onClose: () => void;
}

/** Says what will be different before it is. */
export function UndoDialog({ conflict, onUndone, onClose }: UndoDialogProps) {
  const { mutate, isPending, error } = useUndoConflict();
  const title = words.conflictTitle(conflict);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Take back what the rules did to ${title}?`}
      description={`${undoSentence(conflict)} It is a change of its own: both sides stay in the history.`}
      confirmLabel="Take back"
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(error) })}
      onConfirm={() => {
        mutate(conflict, {
          onSuccess: () => {
            toast.success(`${title}: taken back`);
            onClose();
            onUndone();
          },
        });
      }}
    />
  );
}

function undoSentence(conflict: Conflict): string {
  return undoSteps(conflict)
    .map(({ field, from, to }) => {
      if (field === DELETION) return to === true ? 'The record is deleted.' : 'The record is there again.';
      const value = conflictValue(field, to);
      return from === to
        ? `${words.fieldName(field)} stays ${value}.`
        : `${words.fieldName(field)} goes from ${conflictValue(field, from)} to ${value}.`;
    })
    .join(' ');
}
