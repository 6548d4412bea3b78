import { useWords } from '@wellpulse/forms';
import { LANGUAGE_NAMES } from '@wellpulse/words';
import { ChoiceBox } from '../../components/inputs/ChoiceBox.tsx';
import { Card } from '../../components/lists/Card.tsx';
import { LOOKS, SPOKEN, type Look, type Spoken } from '../../data/preferences.ts';
import { useChosen, usePreferences } from '../../lib/preferences.tsx';

/** How the app looks and in which language it speaks, for all who work on this device. */
export function AppearanceCard() {
  const { shellWords, thisDeviceWords } = useWords();
  const preferences = usePreferences();
  const look = useChosen('look');
  const language = useChosen('language');
  const nameOf = (spoken: Spoken): string =>
    spoken === 'system' ? shellWords.themeNames.system : LANGUAGE_NAMES[spoken];
  return (
    <Card>
      <ChoiceBox<Look>
        label={shellWords.appearance}
        hint={thisDeviceWords.lookHint}
        value={look}
        options={LOOKS.map((value) => ({ value, label: shellWords.themeNames[value] }))}
        onChoose={(chosen) => {
          preferences.set({ look: chosen });
        }}
      />
      <ChoiceBox<Spoken>
        label={thisDeviceWords.language}
        value={language}
        options={SPOKEN.map((value) => ({ value, label: nameOf(value) }))}
        onChoose={(chosen) => {
          preferences.set({ language: chosen });
        }}
      />
    </Card>
  );
}
