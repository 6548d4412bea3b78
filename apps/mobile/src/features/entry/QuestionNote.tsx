import { inputText, questionSentence, useWords, type Question } from '@wellpulse/forms';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';

export interface QuestionNoteProps {
  readonly question: Question;
  /** Whether the entry is of the tenant's today. */
  readonly isToday: boolean;
  /** Takes the volume that was meant, as text for its box. */
  readonly onTake: (text: string) => void;
}

/** Asks about an unusual volume, once: saving again keeps it. */
export function QuestionNote({ question, isToday, onTake }: QuestionNoteProps) {
  const words = useWords();
  const { meant } = question;
  return (
    <Notice alert text={questionSentence(words, question, isToday)}>
      {meant !== null && (
        <Button
          label={words.readingWords.takeInstead(inputText(meant))}
          onPress={() => {
            onTake(inputText(meant));
          }}
        />
      )}
    </Notice>
  );
}
