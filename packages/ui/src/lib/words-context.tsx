'use client';

import { useWords as useWordsOfForms, WordsContext } from '@wellpulse/forms';
import type { Words } from '@wellpulse/words';
import type { ReactNode } from 'react';

/**
 * The words of the app's language, as the forms have them.
 *
 * @example
 * const { formatDay } = useWords();
 */
export const useWords = useWordsOfForms;

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
