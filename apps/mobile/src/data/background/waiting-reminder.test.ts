/** What a phone is told to say while entries wait, over a platform that keeps what it was told. */
import type { DeviceStatus } from '@wellpulse/offline';
import { createWords, type Language } from '@wellpulse/words';
import { beforeEach, expect, test } from 'vitest';
import type { Reminder, ReminderAccess } from '../../native/ports.ts';
import { Preferences } from '../preferences.ts';
import { remindOfWaiting, type Reminding } from './waiting-reminder.ts';

const HOUR = 60 * 60_000;
const SINCE = '2025-10-20T06:00:00.000Z';
const BEGAN = Date.parse(SINCE);

let access: ReminderAccess;
let planned: readonly Reminder[] | null;
let plans: number;
let isBroken: boolean;
let now: number;
let language: Language;
let waitingSince: string | null;
let tell: (status: DeviceStatus) => void;
let preferences: Preferences;
let reminding: Reminding;

beforeEach(async () => {
  access = 'GRANTED';
  planned = null;
  plans = 0;
  isBroken = false;
  now = BEGAN;
  language = 'en';
  waitingSince = null;
  preferences = await Preferences.open({ read: async () => null, write: async () => undefined });
  reminding = remindOfWaiting({
    status: {
      current: async () => statusNow(),
      subscribe: (listener) => {
        tell = listener;
        return () => {
          tell = () => undefined;
        };
      },
    },
    preferences,
    reminders: {
      access: async () => access,
      ask: async () => access,
      plan: async (reminders) => {
        if (isBroken) throw new Error('The platform plans nothing');
        plans += 1;
        planned = reminders;
      },
    },
    language: () => language,
    now: () => now,
  });
});

/** Nothing else of it is looked at. */
const statusNow = (): DeviceStatus => ({ waitingSince }) as DeviceStatus;

async function waits(since: string | null): Promise<void> {
  waitingSince = since;
  tell(statusNow());
  await reminding.look();
}
const hours = () => planned?.map(({ at }) => (at - BEGAN) / HOUR);

test('nobody who did not ask for it is reminded, and nothing is planned before it is known what waits', async () => {
  preferences.set({ reminders: true });
  expect(planned).toBeNull();
  preferences.set({ reminders: false });
  await waits(SINCE);
  expect(planned).toEqual([]);
});

test('a day of shifts is planned while entries wait, and all of it goes once the office has them', async () => {
  preferences.set({ reminders: true });
  await waits(SINCE);
  expect(hours()).toEqual([8, 16, 24]);
  now = BEGAN + 9 * HOUR;
  await waits(SINCE);
  expect(hours()).toEqual([16, 24, 32]);
  await waits(null);
  expect(planned).toEqual([]);
});

test('the platform is told once of the same, however often the status changes', async () => {
  preferences.set({ reminders: true });
  await waits(SINCE);
  const before = plans;
  for (let change = 0; change < 5; change += 1) await waits(SINCE);
  expect(plans).toBe(before);
});

test('what is said is in the language of the device, and tells nothing of the entries', async () => {
  preferences.set({ reminders: true });
  await waits(SINCE);
  const { deskWords, thisDeviceWords } = createWords('es');
  language = 'es';
  preferences.set({ language: 'es' });
  await reminding.look();
  expect(planned?.[0]).toMatchObject({ title: deskWords.overdueTitle, body: thisDeviceWords.reminder });
});

test('who is refused by the platform is reminded as soon as they allow it there', async () => {
  access = 'REFUSED';
  preferences.set({ reminders: true });
  await waits(SINCE);
  expect(planned).toEqual([]);
  access = 'GRANTED';
  await waits(SINCE);
  expect(hours()).toEqual([8, 16, 24]);
});

test('turning it off takes back what is planned, at once', async () => {
  preferences.set({ reminders: true });
  await waits(SINCE);
  preferences.set({ reminders: false });
  await reminding.look();
  expect(planned).toEqual([]);
});

test('a platform that plans nothing holds up nothing, and is asked again', async () => {
  isBroken = true;
  preferences.set({ reminders: true });
  await waits(SINCE);
  isBroken = false;
  await waits(SINCE);
  expect(hours()).toEqual([8, 16, 24]);
});

test('what was wanted last stands at the end, whatever was wanted meanwhile', async () => {
  preferences.set({ reminders: true });
  waitingSince = SINCE;
  tell(statusNow());
  waitingSince = null;
  tell(statusNow());
  await reminding.look();
  expect(planned).toEqual([]);
});

test('who ended it is told nothing more, and what is planned stays', async () => {
  preferences.set({ reminders: true });
  await waits(SINCE);
  reminding.end();
  preferences.set({ reminders: false });
  await Promise.resolve();
  expect(hours()).toEqual([8, 16, 24]);
});
