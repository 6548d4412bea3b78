/** The button that saves, at the thumb. Whatever holds it up stands there too: the page may be scrolled to anywhere. */
import { READING_MS } from '@wellpulse/domain';
import { inputText, useDebounced, useWords } from '@wellpulse/forms';
import { ScrollView, StyleSheet } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Words } from '../../components/Words.tsx';

/** In a small window more than that leaves no room for the boxes. */
const HIGHEST = 240;

/**
 * Whether a question has just come up, so that the same press must not answer it.
 * `asked` is another value for each question, and null for none.
 *
 * @example
 * const isFresh = useFreshQuestion(phase?.kind === 'ASKED' ? phase : null);
 */
export function useFreshQuestion(asked: unknown): boolean {
  const seen = useDebounced(asked, READING_MS);
  return asked !== null && seen !== asked;
}

/** A volume that may be a slip of the finger. */
export interface AskedVolume {
  readonly name: string;
  readonly said: string;
  /** What was probably meant; null for unknown. */
  readonly meant: number | null;
  /** Takes what was meant, as text for its box. */
  readonly onTake: (text: string) => void;
}

export interface AskBarProps {
  readonly asked: readonly AskedVolume[];
  /** Whether the question has just come up. */
  readonly isFresh: boolean;
  /** Why nothing was saved, where nothing is asked; null for nothing. */
  readonly problem: string | null;
  /** What the button says where nothing is asked. */
  readonly label: string;
  readonly busy: boolean;
  readonly onSave: () => void;
}

/** Saves; asks about unusual volumes once, and then keeps them. */
export function AskBar({ asked, isFresh, problem, label, busy, onSave }: AskBarProps) {
  const { readingWords } = useWords();
  return (
    <>
      {asked.length > 0 && (
        <ScrollView role="alert" style={styles.asked} contentContainerStyle={styles.inside}>
          {asked.map(({ name, said }) => (
            <Words key={name} bold colour="attention">
              {said}
            </Words>
          ))}
        </ScrollView>
      )}
      {asked.length === 0 && problem !== null && (
        <ScrollView role="alert" style={styles.asked}>
          <Words bold colour="bad">
            {problem}
          </Words>
        </ScrollView>
      )}
      {asked.map(
        ({ name, meant, onTake }) =>
          meant !== null && (
            <Button
              key={name}
              wide
              label={readingWords.takeInstead(inputText(meant))}
              disabled={isFresh}
              onPress={() => {
                onTake(inputText(meant));
              }}
            />
          ),
      )}
      <Button
        kind="PRIMARY"
        wide
        label={asked.length > 0 ? readingWords.keep : label}
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
