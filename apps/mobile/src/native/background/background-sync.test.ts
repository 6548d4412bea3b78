/** The task that a phone's system starts, over as much of Expo's modules as it uses. */
import { beforeEach, expect, test, vi } from 'vitest';
import { syncInBackground } from './background-sync.ts';
import { syncInBackground as syncInBackgroundOfBrowser } from './background-sync.web.ts';

/** The system of the moment. What is registered outlives the program. */
const system = vi.hoisted(() => ({
  defined: new Map<string, () => Promise<number>>(),
  registered: new Map<string, number>(),
  timesRegistered: 0,
  forbids: false,
}));

vi.mock('expo-task-manager', () => ({
  defineTask: (name: string, run: () => Promise<number>) => system.defined.set(name, run),
  isTaskRegisteredAsync: async (name: string) => system.registered.has(name),
}));
vi.mock('expo-background-task', () => ({
  BackgroundTaskResult: { Success: 1, Failed: 2 },
  registerTaskAsync: async (name: string, { minimumInterval }: { readonly minimumInterval: number }) => {
    if (system.forbids) throw new Error('Background tasks are not available');
    // As on Android: what is not known cannot be started.
    if (!system.defined.has(name)) throw new Error('Nobody defined it');
    system.timesRegistered += 1;
    system.registered.set(name, minimumInterval);
  },
}));

beforeEach(() => {
  system.defined.clear();
  system.registered.clear();
  Object.assign(system, { timesRegistered: 0, forbids: false });
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const startedBySystem = async () =>
  [...system.registered.keys()].map((name) => system.defined.get(name))[0]?.();

test('the system is told at the first start alone, and at least a quarter of an hour lies between two runs', async () => {
  syncInBackground(async () => true);
  await settled();
  system.defined.clear();
  syncInBackground(async () => true);
  await settled();
  expect([...system.registered.values()]).toEqual([15]);
  expect([system.timesRegistered, system.defined.size]).toEqual([1, 1]);
});

test('the system hears whether all went well, and a sync that fails takes nothing down', async () => {
  let answer: () => Promise<boolean> = async () => true;
  syncInBackground(() => answer());
  await settled();
  expect(await startedBySystem()).toBe(1);
  answer = async () => false;
  expect(await startedBySystem()).toBe(2);
  answer = () => Promise.reject(new Error('The key is not there before somebody unlocks the phone'));
  expect(await startedBySystem()).toBe(2);
});

test('a phone on which nothing may run in the background starts all the same', async () => {
  system.forbids = true;
  syncInBackground(async () => true);
  await settled();
  expect(system.registered.size).toBe(0);
});

test('a browser is told nothing', async () => {
  syncInBackgroundOfBrowser(async () => true);
  await settled();
  expect([system.defined.size, system.registered.size]).toEqual([0, 0]);
});
