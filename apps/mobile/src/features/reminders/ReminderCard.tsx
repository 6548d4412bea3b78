import { useWords } from '@wellpulse/forms';
import { Linking } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/lists/Card.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useChosen } from '../../lib/preferences.tsx';
import { useReminderAccess, useReminderSwitch } from '../../lib/background/reminders.ts';

/** Of this device's settings: reminding of what waits. A browser can't, and says nothing of it. */
export function ReminderCard() {
  const { phoneWords, thisDeviceWords } = useWords();
  const isWanted = useChosen('reminders');
  const access = useReminderAccess();
  const { turnOn, turnOff } = useReminderSwitch();
  if (access === undefined || access === 'NONE') return null;
  return (
    <Card title={thisDeviceWords.reminders} about={thisDeviceWords.remindersAbout}>
      {isWanted && access !== 'GRANTED' && (
        <Notice text={thisDeviceWords.remindersRefused}>
          <Button label={phoneWords.openSettings} onPress={() => void Linking.openSettings()} />
        </Notice>
      )}
      {isWanted ? (
        <Button label={thisDeviceWords.doNotRemind} onPress={turnOff} />
      ) : (
        <Button label={thisDeviceWords.remind} onPress={turnOn} />
      )}
    </Card>
  );
}
