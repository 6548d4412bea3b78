'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ButtonStyle } from './button-styles.ts';
import { IconButton } from './IconButton.tsx';
import { useWords } from '../../lib/words-context.tsx';

export interface CopyButtonProps {
  /** What goes to the clipboard. */
  text: string;
  /** What it is, such as "API number". */
  what?: string;
  size?: ButtonStyle['size'];
}

type Outcome = 'idle' | 'copied' | 'refused';

/**
 * Copies a text to the clipboard. Says for two seconds whether that worked.
 *
 * @example
 * <CopyButton text={well.apiNumber} what="API number" />
 */
export function CopyButton({ text, what, size = 'sm' }: CopyButtonProps) {
  const { controlTexts } = useWords();
  const [outcome, setOutcome] = useState<Outcome>('idle');

  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => {
      setOutcome('idle');
    }, 2000);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  const idle = what === undefined ? controlTexts.copy : controlTexts.copyThing(what);
  const label = { idle, copied: controlTexts.copied, refused: controlTexts.copyRefused }[outcome];
  return (
    <>
      <IconButton label={label} size={size} onClick={() => void copy()}>
        {outcome === 'copied' ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
      </IconButton>
      <span role="status" className="sr-only">
        {outcome === 'idle' ? '' : label}
      </span>
    </>
  );
}
