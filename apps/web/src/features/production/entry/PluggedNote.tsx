'use client';

import type { Well } from '@wellpulse/contracts';
import { useWords } from '@wellpulse/ui';
import { CircleSlash } from 'lucide-react';

/** Nothing for a well that is not plugged. */
export const PluggedNote = ({ well: { pluggedOn } }: { readonly well: Well }) => {
  const words = useWords();
  const { productionTexts } = words;
  return pluggedOn === null ? null : (
    <p role="note" className="mb-4 flex items-center gap-2 text-sm text-ink-muted">
      <CircleSlash aria-hidden className="size-4 shrink-0" />
      {productionTexts.pluggedOn(words.formatDayFull(pluggedOn))}
    </p>
  );
};
