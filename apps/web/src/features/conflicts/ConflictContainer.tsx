'use client';

import type { Conflict } from '@wellpulse/contracts';
import { doneSentence, type DoneDeed } from '@wellpulse/forms';
import { ConflictView, toast, useWords } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
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
  const mayManage = may('MANAGE');
  return (
    <ConflictView
      conflict={conflict}
      store={store}
      rights={{ mayChoose: mayManage, mayUndo: mayManage, mayChooseAgain: mayManage }}
      isNew={isNew}
      thresholdPercent={varianceThresholdPercent}
      moment={moment}
      linkTo={linkTo}
      sentenceOf={(problem) => problemSentence(words, problem)}
      refusedOf={(problem) => fieldMessages(words, problem)}
      onDone={(done) => {
        sayDone(words, done);
        onSettled();
      }}
    />
  );
}

/** Long enough to read what was done, and to see that it was the wrong one. */
const TOAST_MS = 12_000;

/** What was chosen is said with a way back: the card has gone from the list of open ones by then. */
function sayDone(words: Words, done: DoneDeed): void {
  const { conflictTexts } = words;
  const { conflict, undoChoice } = done;
  const said = doneSentence(words, done);
  if (undoChoice === null) {
    toast.success(said);
    return;
  }
  const undo = async () => {
    try {
      await undoChoice();
      toast.success(doneSentence(words, { deed: 'REOPEN', conflict }));
    } catch (problem) {
      toast.error(problemSentence(words, problem));
    }
  };
  toast.success(said, {
    duration: TOAST_MS,
    action: { label: conflictTexts.undo, onClick: () => void undo() },
  });
}
