'use client';

import type { Conflict } from '@wellpulse/contracts';
import { DELETION } from '@wellpulse/domain';
import { ConfirmDialog, toast, useWords } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
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
  const words = useWords();
  const { conflictTexts } = words;
  const { mutate, isPending, error } = useUndoConflict();
  const title = words.conflictTitle(conflict);
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={conflictTexts.undoQuestion(title)}
      description={`${undoSentence(words, conflict)} ${conflictTexts.isOwnChange}`}
      confirmLabel={conflictTexts.undo}
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(words, error) })}
      onConfirm={() => {
        mutate(conflict, {
          onSuccess: () => {
            toast.success(conflictTexts.undone(title));
            onClose();
            onUndone();
          },
        });
      }}
    />
  );
}

function undoSentence(words: Words, conflict: Conflict): string {
  const { conflictTexts } = words;
  return undoSteps(conflict)
    .map(({ field, from, to }) => {
      if (field === DELETION) return to === true ? conflictTexts.becomesDeleted : conflictTexts.becomesThere;
      const value = conflictValue(words, field, to);
      return from === to
        ? conflictTexts.stays(words.fieldName(field), value)
        : conflictTexts.goes(words.fieldName(field), conflictValue(words, field, from), value);
    })
    .join(' ');
}
