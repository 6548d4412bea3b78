import { useWords } from '@wellpulse/forms';
import type { ReminderAccess } from '../../native/ports.ts';
import { reminders } from '../../native/reminders/reminders';
import { usePreferences } from '../preferences.tsx';
import { readAgain, useRead } from '../reads.ts';

/** Whether the phone may remind a person; undefined until it says so. */
export const useReminderAccess = (): ReminderAccess | undefined =>
  useRead(['reminders'], () => reminders.access());

/** Turns reminders on and off, as the person wants it. Where the phone does not let them, the choice stands all the same. */
export function useReminderSwitch(): { readonly turnOn: () => void; readonly turnOff: () => void } {
  const preferences = usePreferences();
  const { thisDeviceWords } = useWords();
  const turnOn = async (): Promise<void> => {
    await reminders.ask(thisDeviceWords.reminders).catch(() => 'REFUSED');
    preferences.set({ reminders: true });
    await readAgain();
  };
  return {
    turnOn: () => void turnOn(),
    turnOff: () => {
      preferences.set({ reminders: false });
    },
  };
}
