'use client';

import { ErrorState } from '@wellpulse/ui';
import { problemWords } from '../../lib/problem-words.ts';

/** In the place of a page that failed while it was drawn; the menu around it still works. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <h1 className="sr-only">Error</h1>
      <ErrorState problem={problemWords(error)} onRetry={retry} className="py-24" />
    </>
  );
}
