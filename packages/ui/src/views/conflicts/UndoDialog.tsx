'use client';

import type { ShownConflict } from '@wellpulse/domain';
import { undoSentence } from '@wellpulse/forms';
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
      description={undoSentence(words, conflict)}
      confirmLabel={conflictTexts.undo}
      loading={undoing}
      {...(problem === undefined ? {} : { error: problem })}
      onConfirm={onUndo}
    />
  );
}
