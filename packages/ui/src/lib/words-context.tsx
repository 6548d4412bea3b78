'use client';

import { useWords, WordsContext } from '@wellpulse/forms';
import type { Words } from '@wellpulse/words';
import type { ReactNode } from 'react';

export { useWords };

export interface WordsProviderProps {
  /** In the language of the person: `createWords(language)`. */
  readonly words: Words;
  readonly children: ReactNode;
}

/**
 * Says in which language the components below it speak.
 *
 * @example
 * <WordsProvider words={createWords('es')}>{app}</WordsProvider>
 */
export const WordsProvider = ({ words, children }: WordsProviderProps) => (
  <WordsContext value={words}>{children}</WordsContext>
);
