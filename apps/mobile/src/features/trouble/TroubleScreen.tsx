/** The data can't be opened: why, what is safe, and what can be done. It never is an empty screen. */
import { useWords } from '@wellpulse/forms';
import type { OpenTrouble } from '@wellpulse/offline';
import { PRODUCT_NAME } from '@wellpulse/words';
import { Button } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Title, Words } from '../../components/Words.tsx';

export interface TroubleScreenProps {
  readonly trouble: OpenTrouble | 'OTHER_TAB';
  readonly onTry: () => void;
}

export function TroubleScreen({ trouble, onTry }: TroubleScreenProps) {
  const { deskWords, phoneWords } = useWords();
  const own = { ...deskWords.dataTroubles, KEY_LOST: phoneWords.keyLost, OTHER_TAB: phoneWords.otherTab };
  const { title, about } = own[trouble];
  return (
    <Screen bottom={<Button kind="PRIMARY" wide label={deskWords.tryAgain} onPress={onTry} />}>
      <Words colour="ink-muted">{PRODUCT_NAME}</Words>
      <Title>{title}</Title>
      <Words>{about}</Words>
    </Screen>
  );
}
