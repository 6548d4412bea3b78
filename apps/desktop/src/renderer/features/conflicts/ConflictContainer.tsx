import { doneSentence } from '@wellpulse/forms';
import { ConflictView, toast, useWords, type LinkToProps } from '@wellpulse/ui';
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
  const { company } = useSession();
  const today = useToday();
  const { conflict, isNew, mayChoose, mayUndo } = line;
  return (
    <ConflictView
      conflict={conflict}
      store={conflictStore}
      rights={{ mayChoose, mayUndo, mayChooseAgain: false }}
      isNew={isNew}
      thresholdPercent={company.varianceThresholdPercent}
      moment={{ now: new Date(), today, timeZone: company.timeZone }}
      linkTo={Plain}
      sentenceOf={(problem) => problemSentence(words, problem)}
      onDone={(done) => {
        toast.success(doneSentence(words, done));
      }}
    />
  );
}
