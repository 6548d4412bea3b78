'use client';

import type { ShownConflict } from '@wellpulse/domain';
import { ConflictChoice, useObserved, type ConflictStore, type DoneDeed } from '@wellpulse/forms';
import { useState } from 'react';
import type { LinkTo, Moment } from '../host.ts';
import { ConflictCard } from './ConflictCard.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { UndoDialog } from './UndoDialog.tsx';

/** What the person at the screen may do with a conflict. */
export interface ConflictRights {
  /** Keep, take or merge, while it is open. */
  readonly mayChoose: boolean;
  /** Restore what gave way by the rules. */
  readonly mayUndo: boolean;
  /** Open it again after somebody chose. */
  readonly mayChooseAgain: boolean;
}

export interface ConflictViewProps {
  readonly conflict: ShownConflict;
  readonly store: ConflictStore;
  readonly rights: ConflictRights;
  /** The rules settled it since the person looked. */
  readonly isNew: boolean;
  readonly thresholdPercent: number;
  readonly moment: Moment;
  readonly linkTo: LinkTo;
  /** Why something was refused, in a sentence. */
  readonly sentenceOf: (problem: unknown) => string;
  /** What was refused of a merge, by `values.<field>`. */
  readonly refusedOf?: (problem: unknown) => Readonly<Record<string, string>>;
  /** Told of each thing that was done. */
  readonly onDone: (done: DoneDeed) => void;
}

/**
 * One conflict, and what its person does with it: dialogs included.
 *
 * @example
 * <ConflictView conflict={conflict} store={store} rights={rights} {...host} onDone={tell} />
 */
export function ConflictView(props: ConflictViewProps) {
  const { conflict, rights, isNew, thresholdPercent, moment, linkTo, sentenceOf } = props;
  const { mayChoose, mayUndo, mayChooseAgain } = rights;
  const [choice] = useState(() => new ConflictChoice(props.store, props.onDone));
  const { running, asking, problem } = useObserved(choice, () => choice.state, choice.state);
  const close = () => {
    choice.cancel();
  };
  const sentence = problem === null ? undefined : sentenceOf(problem);
  return (
    <>
      <ConflictCard
        conflict={conflict}
        isNew={isNew}
        thresholdPercent={thresholdPercent}
        moment={moment}
        linkTo={linkTo}
        problem={asking === null ? sentence : undefined}
        actions={
          mayChoose || mayUndo || mayChooseAgain
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
                onChooseAgain: mayChooseAgain ? () => void choice.reopen(conflict) : null,
              }
            : null
        }
      />
      {asking === 'MERGE' && (
        <MergeDialog
          conflict={conflict}
          saving={running === 'MERGE'}
          problem={sentence}
          refused={props.refusedOf?.(problem)}
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
