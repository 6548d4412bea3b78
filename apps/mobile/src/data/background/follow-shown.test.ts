import { expect, test } from 'vitest';
import { followShown } from './follow-shown.ts';

function shownPhone({ isStarted = true } = {}) {
  const phone = { now: 0, shown: [] as boolean[], syncs: 0 };
  const follow = followShown(
    {
      heartbeat: { setShown: (isShown) => phone.shown.push(isShown) },
      sync: {
        isStarted,
        syncNow: () => {
          phone.syncs += 1;
          return new Promise<never>(() => undefined);
        },
      },
    },
    () => phone.now,
  );
  return { phone, follow };
}

test('an app that comes back after a while syncs at once, and one that was just opened does not', () => {
  const { phone, follow } = shownPhone();
  follow(true);
  expect(phone.syncs).toBe(0);
  follow(false);
  phone.now += 30_000;
  follow(true);
  expect(phone.syncs).toBe(1);
  follow(true);
  expect(phone.syncs).toBe(1);
  expect(phone.shown).toEqual([true, false, true, true]);
});

test('a glance at something else costs no sync, however often the platform says that it is hidden', () => {
  const { phone, follow } = shownPhone();
  follow(true);
  follow(false);
  phone.now += 29_000;
  follow(true);
  expect(phone.syncs).toBe(0);
  // iOS says `inactive` before `background`.
  follow(false);
  phone.now += 20_000;
  follow(false);
  phone.now += 20_000;
  follow(true);
  expect(phone.syncs).toBe(1);
});

test('a phone on which nobody has signed in does not sync', () => {
  const { phone, follow } = shownPhone({ isStarted: false });
  follow(false);
  phone.now += 60_000;
  follow(true);
  expect(phone.syncs).toBe(0);
});
