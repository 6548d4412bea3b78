'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ButtonStyle } from './button-styles.ts';
import { IconButton } from './IconButton.tsx';

export interface CopyButtonProps {
  /** What goes to the clipboard. */
  text: string;
  /** What it is, such as "API number". */
  what?: string;
  size?: ButtonStyle['size'];
}

type Outcome = 'idle' | 'copied' | 'refused';

export function CopyButton({ text, what, size = 'sm' }: CopyButtonProps) {
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
  const idle = what === undefined ? 'Copy' : `Copy ${what}`;
  const label = { idle, copied: 'Copied', refused: 'The browser refused to copy' }[outcome];
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
