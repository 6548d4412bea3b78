/** A phone's notifications over as much of Expo's module as they use. */
import type { NotificationRequestInput } from 'expo-notifications';
import { beforeEach, expect, test, vi } from 'vitest';
import { reminders } from './reminders.ts';
import { reminders as remindersOfBrowser } from './reminders.web.ts';

/** The system of the moment. */
const system = vi.hoisted(() => ({
  answer: 'YES' as 'YES' | 'NO',
  isAsked: false,
  channels: new Set<string>(),
  scheduled: [] as NotificationRequestInput[],
  isShown: true,
}));

vi.mock('expo-notifications', () => {
  const permission = () => ({
    granted: system.isAsked && system.answer === 'YES',
    canAskAgain: !system.isAsked,
  });
  return {
    AndroidImportance: { DEFAULT: 3 },
    SchedulableTriggerInputTypes: { DATE: 'date' },
    getPermissionsAsync: async () => permission(),
    requestPermissionsAsync: async () => {
      // As on Android 13: without a channel nobody is asked.
      system.isAsked ||= system.channels.size > 0;
      return permission();
    },
    setNotificationChannelAsync: async (id: string) => system.channels.add(id),
    cancelAllScheduledNotificationsAsync: async () => {
      system.scheduled = [];
    },
    dismissAllNotificationsAsync: async () => {
      system.isShown = false;
    },
    scheduleNotificationAsync: async (request: NotificationRequestInput) => {
      system.scheduled.push(request);
      return request.identifier;
    },
  };
});

beforeEach(() => {
  system.channels.clear();
  Object.assign(system, { answer: 'YES', isAsked: false, scheduled: [], isShown: true });
});

const AT = Date.parse('2025-10-20T14:00:00.000Z');
const REMINDER = { at: AT, title: 'Entries wait', body: 'Open the app' };

test('nobody is asked before they want it, and then once', async () => {
  expect([await reminders.access(), system.isAsked]).toEqual(['ASKABLE', false]);
  expect(await reminders.ask('Reminders')).toBe('GRANTED');
  expect(await reminders.access()).toBe('GRANTED');
});

test('a person who says no is refused', async () => {
  system.answer = 'NO';
  expect([await reminders.ask('Reminders'), await reminders.access()]).toEqual(['REFUSED', 'REFUSED']);
});

test('each is said at its time, silently, by the channel that the person was asked for', async () => {
  await reminders.ask('Reminders');
  await reminders.plan([REMINDER]);
  expect(system.scheduled).toMatchObject([
    {
      content: { title: 'Entries wait', body: 'Open the app', sound: false },
      trigger: { type: 'date', date: AT, channelId: [...system.channels][0] },
    },
  ]);
});

test('what is planned takes the place of what was, and the last of it takes away what was said', async () => {
  await reminders.plan([REMINDER, { ...REMINDER, at: AT + 1 }]);
  await reminders.plan([{ ...REMINDER, at: AT + 2 }]);
  expect(system.scheduled).toMatchObject([{ trigger: { date: AT + 2 } }]);
  expect(system.isShown).toBe(true);
  await reminders.plan([]);
  expect([system.scheduled.length, system.isShown]).toEqual([0, false]);
});

test('a browser can say nothing for an app that is closed, and says so', async () => {
  expect([await remindersOfBrowser.access(), await remindersOfBrowser.ask('')]).toEqual(['NONE', 'NONE']);
  await remindersOfBrowser.plan([REMINDER]);
  expect(system.scheduled).toEqual([]);
});
