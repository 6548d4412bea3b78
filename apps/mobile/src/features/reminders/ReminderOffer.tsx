import { useWords } from '@wellpulse/forms';
import type { DeviceStatus } from '@wellpulse/offline';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useChosen } from '../../lib/preferences.tsx';
import { useReminderAccess, useReminderSwitch } from '../../lib/background/reminders.ts';

/** Offers reminders where they would have helped: entries wait without a network. Who was asked once is not asked again. */
export function ReminderOffer({ status }: { readonly status: DeviceStatus }) {
  const { thisDeviceWords } = useWords();
  const isWanted = useChosen('reminders');
  const access = useReminderAccess();
  const { turnOn } = useReminderSwitch();
  const isWaiting = status.pendingEvents > 0 && status.isOnline === false;
  if (isWanted || access !== 'ASKABLE' || !isWaiting) return null;
  return (
    <Notice tone="unknown" text={thisDeviceWords.remindersAbout}>
      <Button label={thisDeviceWords.remind} onPress={turnOn} />
    </Notice>
  );
}
