'use client';

import { inputText, questionSentence, type Question } from '@wellpulse/forms';
import { TriangleAlert } from 'lucide-react';
import { Button } from '../../components/buttons/Button.tsx';
import { useWords } from '../../lib/words-context.tsx';

export interface QuestionNoteProps {
  readonly question: Question;
  /** Whether the entry is of the tenant's today. */
  readonly isToday: boolean;
  /** Takes the volume that was meant, as text for its box. */
  readonly onTake: (text: string) => void;
}

/**
 * Asks about an unusual volume, once: saving again keeps it.
 *
 * @example
 * <QuestionNote question={question} isToday onTake={setText} />
 */
export function QuestionNote({ question, isToday, onTake }: QuestionNoteProps) {
  const words = useWords();
  const { meant } = question;
  return (
    <p
      role="alert"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md bg-attention-soft px-2 py-1 text-xs text-attention field:gap-x-5 field:rounded-xl field:px-5 field:py-2.5 field:text-lg field:font-semibold"
    >
      <TriangleAlert aria-hidden className="size-3.5 shrink-0 field:size-6" />
      <span className="min-w-0 field:grow">{questionSentence(words, question, isToday)}</span>
      {meant !== null && (
        <Button
          size="sm"
          onClick={(event) => {
            // The second half of a double click was meant for the button that stood here before.
            if (event.detail < 2) onTake(inputText(meant));
          }}
        >
          {words.readingWords.takeInstead(inputText(meant))}
        </Button>
      )}
    </p>
  );
}
