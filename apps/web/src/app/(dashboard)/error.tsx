'use client';

import { ErrorState, useWords } from '@wellpulse/ui';
import { problemWords } from '../../lib/problem-words.ts';

/** In the place of a page that failed while it was drawn; the menu around it still works. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useWords();
  return (
    <>
      <h1 className="sr-only">{words.shellWords.error}</h1>
      <ErrorState problem={problemWords(words, error)} onRetry={retry} className="py-24" />
    </>
  );
}
