import { languageOf, type Language } from '@wellpulse/words';
import { Preferences, type Spoken } from '../data/preferences.ts';
import { choices } from '../native/storage/choices';

let opening: Promise<Preferences> | undefined;

/** What was chosen on this device: the same for screens, and for what runs without them. */
export const ownPreferences = (): Promise<Preferences> => (opening ??= Preferences.open(choices));

/** The language that was chosen, and else that of the phone as far as the app has it. */
export const languageFor = (chosen: Spoken): Language =>
  chosen === 'system' ? languageOf(Intl.DateTimeFormat().resolvedOptions().locale) : chosen;
