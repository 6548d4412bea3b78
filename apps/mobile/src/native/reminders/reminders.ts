import {
  AndroidImportance,
  cancelAllScheduledNotificationsAsync,
  dismissAllNotificationsAsync,
  getPermissionsAsync,
  requestPermissionsAsync,
  SchedulableTriggerInputTypes,
  scheduleNotificationAsync,
  setNotificationChannelAsync,
} from 'expo-notifications';
import type { ReminderAccess, Reminders } from '../ports.ts';

/** Android shows what it may say in its own settings, by the name of a channel. */
const CHANNEL = 'waiting';
const HOW = { ios: { allowAlert: true, allowBadge: false, allowSound: false } };

/** Notifications of this phone alone: no server takes part. */
export const reminders: Reminders = {
  access: async () => {
    const { granted, canAskAgain } = await getPermissionsAsync();
    return granted ? 'GRANTED' : canAskAgain ? 'ASKABLE' : 'REFUSED';
  },
  ask: async (name): Promise<ReminderAccess> => {
    // Android asks nobody before there is a channel.
    await setNotificationChannelAsync(CHANNEL, {
      name,
      importance: AndroidImportance.DEFAULT,
      enableVibrate: false,
      showBadge: false,
    });
    const { granted } = await requestPermissionsAsync(HOW);
    return granted ? 'GRANTED' : 'REFUSED';
  },
  plan: async (planned) => {
    await cancelAllScheduledNotificationsAsync();
    if (planned.length === 0) await dismissAllNotificationsAsync();
    for (const { at, title, body } of planned) {
      await scheduleNotificationAsync({
        identifier: `${CHANNEL}-${String(at)}`,
        content: { title, body, sound: false },
        trigger: { type: SchedulableTriggerInputTypes.DATE, date: at, channelId: CHANNEL },
      });
    }
  },
};
