'use client';

import { usePressTwice } from '@wellpulse/forms';
import { useWords } from '../../lib/words-context.tsx';
import { Button, type ButtonProps } from './Button.tsx';

export interface DiscardButtonProps extends Pick<ButtonProps, 'size' | 'variant' | 'className'> {
  /** Says what is discarded; "Discard what was typed" without it. */
  readonly label?: string;
  readonly onDiscard: () => void;
}

/**
 * Gives up what was typed. Nobody can bring it back, so a slip of a finger must not do it: it is pressed twice. A double click is one
 * press.
 *
 * @example
 * {form.hasDraft && <DiscardButton size="field" onDiscard={() => form.discard()} />}
 */
export function DiscardButton({ label, onDiscard, ...button }: DiscardButtonProps) {
  const { controlTexts } = useWords();
  const [press, isAsked] = usePressTwice(onDiscard);
  return (
    <Button
      {...button}
      aria-label={isAsked ? undefined : (label ?? controlTexts.discardTyped)}
      onClick={({ detail }) => {
        if (detail <= 1) press();
      }}
    >
      {isAsked ? controlTexts.discardAgain : controlTexts.discard}
    </Button>
  );
}
