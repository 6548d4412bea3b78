import { useObserved } from '@wellpulse/forms';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import type { Preferences, PreferenceValues } from '../data/preferences.ts';
import { ownPreferences } from './own-preferences.ts';

const PreferencesContext = createContext<Preferences | null>(null);

/** Draws once it is known what was chosen on this device. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  useEffect(() => {
    void ownPreferences().then(setPreferences);
  }, []);
  return preferences !== null && <PreferencesContext value={preferences}>{children}</PreferencesContext>;
}

/** What was chosen on this device, to be changed. */
export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (preferences === null) throw new Error('Nobody knows what was chosen on this device');
  return preferences;
}

/** What was chosen, drawn again with each change. */
export function useChosen<Name extends keyof PreferenceValues>(name: Name): PreferenceValues[Name] {
  const preferences = usePreferences();
  return useObserved(preferences, () => preferences.values[name], preferences.values[name]);
}
