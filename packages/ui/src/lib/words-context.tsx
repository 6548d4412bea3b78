'use client';

import type { Words } from '@wellpulse/words';
import { createContext, useContext, type ReactNode } from 'react';

const WordsContext = createContext<Words | null>(null);

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

/**
 * The words of the app's language. Throws outside of a `WordsProvider`.
 *
 * @example
 * const { formatDay } = useWords();
 */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('Put a WordsProvider around the app: its components speak a language.');
  return words;
}
