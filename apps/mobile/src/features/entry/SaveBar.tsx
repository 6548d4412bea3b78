/** What saves a reading, at the thumb. */
import { phaseSentence, unusualSentence, useWords, type Question, type SavePhase } from '@wellpulse/forms';
import { AskBar } from './AskBar.tsx';

export interface SaveBarProps {
  readonly phase: SavePhase | null;
  /** Whether the question has just come up. */
  readonly isFresh: boolean;
  /** Whether the entry is of the tenant's today. */
  readonly isToday: boolean;
  /** What the button says where nothing is asked. */
  readonly label: string;
  readonly busy: boolean;
  /** Takes the volume that was meant, as text for its box. */
  readonly onTake: (field: Question['field'], text: string) => void;
  readonly onSave: () => void;
}

/** Saves; asks about an unusual volume once, and then keeps it. */
export function SaveBar({ phase, isToday, onTake, ...rest }: SaveBarProps) {
  const words = useWords();
  const questions = phase?.kind === 'ASKED' ? phase.questions : [];
  return (
    <AskBar
      {...rest}
      asked={questions.map((question) => ({
        name: question.field,
        said: `${words.productNames[question.product]}: ${unusualSentence(words, question, isToday)}`,
        meant: question.meant,
        onTake: (text) => {
          onTake(question.field, text);
        },
      }))}
      problem={
        phase?.kind === 'REFUSED' && phase.errors.length === 0 ? phaseSentence(words, phase, isToday) : null
      }
    />
  );
}
