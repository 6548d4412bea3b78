import { usePressTwice, useWords } from '@wellpulse/forms';
import { Button } from './Button.tsx';

export interface DiscardButtonProps {
  /** Says what is discarded; "Discard what was typed" without it. */
  readonly label?: string;
  readonly onDiscard: () => void;
}

/** Gives up what was typed. Nobody can bring it back, so a slip of a finger must not do it: it is pressed twice. */
export function DiscardButton({ label, onDiscard }: DiscardButtonProps) {
  const { controlTexts } = useWords();
  const [press, isAsked] = usePressTwice(onDiscard);
  if (isAsked) return <Button label={controlTexts.discardAgain} onPress={press} />;
  return (
    <Button label={controlTexts.discard} aria-label={label ?? controlTexts.discardTyped} onPress={press} />
  );
}
