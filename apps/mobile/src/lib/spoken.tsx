import { WordsContext } from '@wellpulse/forms';
import { createWords, languageOf, type Language } from '@wellpulse/words';
import { useEffect, type ReactNode } from 'react';
import { dressPage } from '../native/page';
import { useChosen } from './preferences.tsx';
import { useColours } from './theme.tsx';

/** The language of the phone, as far as the app has it. */
const phoneLanguage = (): Language => languageOf(Intl.DateTimeFormat().resolvedOptions().locale);

/** The words of the language that was chosen on this device, and else of the phone's. */
export function SpokenProvider({ children }: { readonly children: ReactNode }) {
  const chosen = useChosen('language');
  const { canvas } = useColours();
  const language = chosen === 'system' ? phoneLanguage() : chosen;
  useEffect(() => {
    dressPage({ language, canvas });
  }, [language, canvas]);
  return <WordsContext value={createWords(language)}>{children}</WordsContext>;
}
