import { ConflictChoice, useObserved, type ConflictDeed } from '@wellpulse/forms';
import { ConflictCard, MergeDialog, toast, UndoDialog, useWords, type LinkToProps } from '@wellpulse/ui';
import { useState } from 'react';
import type { ConflictLine } from '../../../shared/bridge/conflicts.ts';
import { problemSentence } from '../../lib/bridge.ts';
import { useSession } from '../../lib/session.tsx';
import { useToday } from '../../lib/use-today.ts';
import { conflictStore } from './conflict-store.ts';

/** A title, where the laptop has no page to go to. */
const Plain = ({ className, children }: LinkToProps) => <span className={className}>{children}</span>;

/** One conflict, and what the person at the laptop may do with it. */
export function ConflictContainer({ line }: { readonly line: ConflictLine }) {
  const words = useWords();
  const { conflictTexts, conflictTitle } = words;
  const { company } = useSession();
  const today = useToday();
  const { conflict, isNew, mayChoose, mayUndo } = line;
  const [choice] = useState(
    () =>
      new ConflictChoice(conflictStore, ({ deed, conflict: before }) => {
        const said: Record<ConflictDeed, (title: string) => string> = {
          KEEP: conflictTexts.kept,
          TAKE: conflictTexts.taken,
          MERGE: conflictTexts.merged,
          UNDO: conflictTexts.undone,
          REOPEN: conflictTexts.opened,
        };
        toast.success(said[deed](conflictTitle(before)));
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
        thresholdPercent={company.varianceThresholdPercent}
        moment={{ now: new Date(), today, timeZone: company.timeZone }}
        linkTo={Plain}
        problem={asking === null ? sentence : undefined}
        actions={
          mayChoose || mayUndo
            ? {
                running,
                onKeep: () => void choice.keep(conflict),
                onTake: () => void choice.take(conflict),
                onMerge: () => {
                  choice.ask('MERGE');
                },
                onUndo: mayUndo
                  ? () => {
                      choice.ask('UNDO');
                    }
                  : null,
                onChooseAgain: null,
              }
            : null
        }
      />
      {asking === 'MERGE' && (
        <MergeDialog
          conflict={conflict}
          saving={running === 'MERGE'}
          problem={sentence}
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
