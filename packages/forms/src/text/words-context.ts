'use client';

import type { Words } from '@wellpulse/words';
import { createContext, useContext } from 'react';

/** In which language the components below it speak. */
export const WordsContext = createContext<Words | null>(null);

/**
 * The words of the app's language. Throws outside of a `WordsContext`.
 *
 * @example
 * const { formatDay } = useWords();
 */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('Put a WordsContext around the app: its components speak a language.');
  return words;
}
