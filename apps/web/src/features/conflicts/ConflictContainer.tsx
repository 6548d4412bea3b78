'use client';

import type { Conflict } from '@wellpulse/contracts';
import { ConflictChoice, useObserved, type DoneDeed } from '@wellpulse/forms';
import { ConflictCard, MergeDialog, toast, UndoDialog, useWords } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
import { useState } from 'react';
import { linkTo, useMoment } from '../../components/view-host.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import { fieldMessages, problemSentence } from '../../lib/problem-words.ts';
import { useConflictStore } from '../../queries/conflict-queries.ts';

export interface ConflictContainerProps {
  readonly conflict: Conflict;
  readonly isNew: boolean;
  /** It was settled here, and may be about to leave the list. */
  readonly onSettled: () => void;
}

export function ConflictContainer({ conflict, isNew, onSettled }: ConflictContainerProps) {
  const words = useWords();
  const { may, varianceThresholdPercent } = useSession();
  const moment = useMoment();
  const store = useConflictStore();
  const [choice] = useState(
    () =>
      new ConflictChoice(store, (done) => {
        sayDone(words, done);
        onSettled();
      }),
  );
  const { running, asking, problem } = useObserved(choice, () => choice.state, choice.state);
  const close = () => {
    choice.cancel();
  };
  const sentence = problem === null ? undefined : problemSentence(words, problem);
  return (
    <>
      <ConflictCard
        conflict={conflict}
        isNew={isNew}
        thresholdPercent={varianceThresholdPercent}
        moment={moment}
        linkTo={linkTo}
        problem={asking === null ? sentence : undefined}
        actions={
          may('MANAGE')
            ? {
                running,
                onKeep: () => void choice.keep(conflict),
                onTake: () => void choice.take(conflict),
                onMerge: () => {
                  choice.ask('MERGE');
                },
                onUndo: () => {
                  choice.ask('UNDO');
                },
                onChooseAgain: () => void choice.reopen(conflict),
              }
            : null
        }
      />
      {asking === 'MERGE' && (
        <MergeDialog
          conflict={conflict}
          saving={running === 'MERGE'}
          problem={sentence}
          refused={fieldMessages(words, problem)}
          onSubmit={(decision) => void choice.merge(conflict, decision)}
          onClose={close}
        />
      )}
      {asking === 'UNDO' && (
        <UndoDialog
          conflict={conflict}
          undoing={running === 'UNDO'}
          problem={sentence}
          onUndo={() => void choice.undo(conflict)}
          onClose={close}
        />
      )}
    </>
  );
}

/** Long enough to read what was done, and to see that it was the wrong one. */
const TOAST_MS = 12_000;

/** What was chosen is said with a way back: the card has gone from the list of open ones by then. */
function sayDone(words: Words, { deed, conflict, undoChoice }: DoneDeed): void {
  const { conflictTexts } = words;
  const title = words.conflictTitle(conflict);
  const said = {
    KEEP: conflictTexts.kept,
    TAKE: conflictTexts.taken,
    MERGE: conflictTexts.merged,
    UNDO: conflictTexts.undone,
    REOPEN: conflictTexts.opened,
  }[deed](title);
  if (undoChoice === null) {
    toast.success(said);
    return;
  }
  const undo = async () => {
    try {
      await undoChoice();
      toast.success(conflictTexts.opened(title));
    } catch (problem) {
      toast.error(problemSentence(words, problem));
    }
  };
  toast.success(said, {
    duration: TOAST_MS,
    action: { label: conflictTexts.undo, onClick: () => void undo() },
  });
}
