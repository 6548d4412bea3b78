/** What saves a reading, at the thumb. Whatever holds it up stands there too: the page may be scrolled to anywhere. */
import {
  inputText,
  phaseSentence,
  unusualSentence,
  useDebounced,
  useWords,
  type Question,
  type SavePhase,
} from '@wellpulse/forms';
import { ScrollView, StyleSheet } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Words } from '../../components/Words.tsx';

/** Nobody reads a question in less: a press within it was meant for what stood there before. */
const READING_MS = 700;
/** In a small window more than that leaves no room for the boxes. */
const HIGHEST = 240;

/**
 * Whether a question has just come up, so that the same press must not answer it.
 *
 * @example
 * const isFresh = useFreshQuestion(phase);
 */
export function useFreshQuestion(phase: SavePhase | null): boolean {
  const seen = useDebounced(phase, READING_MS);
  return phase?.kind === 'ASKED' && seen !== phase;
}

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
export function SaveBar({ phase, isFresh, isToday, label, busy, onTake, onSave }: SaveBarProps) {
  const words = useWords();
  const { readingWords } = words;
  const questions = phase?.kind === 'ASKED' ? phase.questions : [];
  const problem = phase?.kind === 'REFUSED' && phase.errors.length === 0 ? phase : null;
  return (
    <>
      {questions.length > 0 && (
        <ScrollView role="alert" style={styles.asked} contentContainerStyle={styles.inside}>
          {questions.map((question) => (
            <Words key={question.field} bold colour="attention">
              {`${words.productNames[question.product]}: ${unusualSentence(words, question, isToday)}`}
            </Words>
          ))}
        </ScrollView>
      )}
      {problem !== null && (
        <ScrollView role="alert" style={styles.asked}>
          <Words bold colour="bad">
            {phaseSentence(words, problem, isToday)}
          </Words>
        </ScrollView>
      )}
      {questions.map(
        ({ field, meant }) =>
          meant !== null && (
            <Button
              key={field}
              wide
              label={readingWords.takeInstead(inputText(meant))}
              disabled={isFresh}
              onPress={() => {
                onTake(field, inputText(meant));
              }}
            />
          ),
      )}
      <Button
        kind="PRIMARY"
        wide
        label={questions.length > 0 ? readingWords.keep : label}
        busy={busy}
        disabled={isFresh}
        onPress={onSave}
      />
    </>
  );
}

const styles = StyleSheet.create({
  asked: { width: '100%', flexGrow: 0, maxHeight: HIGHEST },
  inside: { gap: 12 },
});
