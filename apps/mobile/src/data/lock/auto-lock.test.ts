import { beforeEach, expect, test } from 'vitest';
import { AutoLock, LOCK_AFTER_MS } from './auto-lock.ts';

let [wall, steady, locks] = [0, 0, 0];
let autoLock: AutoLock;

beforeEach(() => {
  [wall, steady, locks] = [1_700_000_000_000, 5000, 0];
  autoLock = new AutoLock(() => (locks += 1), { wall: () => wall, steady: () => steady });
});

const pass = (ms: number): void => {
  wall += ms;
  steady += ms;
};

test('locks after a quarter of an hour without a touch, and not before', () => {
  expect(LOCK_AFTER_MS).toBe(900_000);
  pass(LOCK_AFTER_MS - 1);
  expect([autoLock.look(), locks]).toEqual([false, 0]);
  pass(1);
  expect([autoLock.look(), locks]).toEqual([true, 1]);
});

test('each touch begins a new quarter of an hour', () => {
  for (let touches = 0; touches < 4; touches += 1) {
    pass(LOCK_AFTER_MS - 1);
    autoLock.touched();
  }
  expect(autoLock.look()).toBe(false);
  pass(LOCK_AFTER_MS);
  expect(autoLock.look()).toBe(true);
});

test('the first touch after a long sleep opens nothing: it locks', () => {
  wall += LOCK_AFTER_MS;
  autoLock.touched();
  expect(locks).toBe(1);
});

test('a clock that is set back holds it open no longer', () => {
  wall -= 86_400_000;
  steady += LOCK_AFTER_MS;
  expect(autoLock.look()).toBe(true);
});
