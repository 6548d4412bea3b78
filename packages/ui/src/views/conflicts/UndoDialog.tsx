'use client';

import { DELETION, type ShownConflict } from '@wellpulse/domain';
import { undoSteps } from '@wellpulse/forms';
import type { Words } from '@wellpulse/words';
import { ConfirmDialog } from '../../components/overlays/ConfirmDialog.tsx';
import { useWords } from '../../lib/words-context.tsx';

export interface UndoDialogProps {
  readonly conflict: ShownConflict;
  readonly undoing: boolean;
  /** Why it was refused, in a sentence. */
  readonly problem?: string | undefined;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/**
 * Asks before what the rules did is undone, and says what will be different.
 *
 * @example
 * <UndoDialog conflict={conflict} undoing={false} onUndo={undo} onClose={close} />
 */
export function UndoDialog({ conflict, undoing, problem, onUndo, onClose }: UndoDialogProps) {
  const words = useWords();
  const { conflictTexts } = words;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={conflictTexts.undoQuestion(words.conflictTitle(conflict))}
      description={`${undoSentence(words, conflict)} ${conflictTexts.isOwnChange}`}
      confirmLabel={conflictTexts.undo}
      loading={undoing}
      {...(problem === undefined ? {} : { error: problem })}
      onConfirm={onUndo}
    />
  );
}

function undoSentence(words: Words, conflict: ShownConflict): string {
  const { conflictTexts } = words;
  return undoSteps(conflict)
    .map(({ field, from, to }) => {
      if (field === DELETION) return to === true ? conflictTexts.becomesDeleted : conflictTexts.becomesThere;
      const value = words.conflictValue(field, to);
      return from === to
        ? conflictTexts.stays(words.fieldName(field), value)
        : conflictTexts.goes(words.fieldName(field), words.conflictValue(field, from), value);
    })
    .join(' ');
}
