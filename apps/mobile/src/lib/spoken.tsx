import { WordsContext } from '@wellpulse/forms';
import { createWords } from '@wellpulse/words';
import { useEffect, type ReactNode } from 'react';
import { dressPage } from '../native/page';
import { languageFor } from './own-preferences.ts';
import { useChosen } from './preferences.tsx';
import { useColours } from './theme.tsx';

/** The words of the language that was chosen on this device, and else of the phone's. */
export function SpokenProvider({ children }: { readonly children: ReactNode }) {
  const chosen = useChosen('language');
  const { canvas } = useColours();
  const language = languageFor(chosen);
  useEffect(() => {
    dressPage({ language, canvas });
  }, [language, canvas]);
  return <WordsContext value={createWords(language)}>{children}</WordsContext>;
}
