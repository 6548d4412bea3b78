/** Both kinds of phones, over what Expo gives of their screens. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hideScreen } from './screen-guard.ts';
import { hideScreen as hideScreenOfBrowser } from './screen-guard.web.ts';

/** The screen, as somebody sees it who takes a picture of it or looks at the list of open apps. */
const screen = vi.hoisted(() => ({
  os: 'android' as 'android' | 'ios',
  fails: false,
  keys: new Set<string>(),
  isBlurred: false,
}));

vi.mock('react-native', () => ({
  Platform: {
    get OS() {
      return screen.os;
    },
  },
}));
vi.mock('expo-screen-capture', () => ({
  preventScreenCaptureAsync: async (key: string) => {
    if (screen.fails) throw new Error('No window');
    screen.keys.add(key);
  },
  allowScreenCaptureAsync: async (key: string) => {
    screen.keys.delete(key);
  },
  enableAppSwitcherProtectionAsync: async () => {
    if (screen.os === 'android' || screen.fails) throw new Error('Not on this phone');
    screen.isBlurred = true;
  },
  disableAppSwitcherProtectionAsync: async () => {
    if (screen.os === 'android') throw new Error('Not on this phone');
    screen.isBlurred = false;
  },
}));

beforeEach(() => {
  Object.assign(screen, { os: 'android', fails: false, isBlurred: false });
  screen.keys.clear();
});
const isBlack = (): boolean => screen.keys.size > 0;

describe.each(['android', 'ios'] as const)('%s', (os) => {
  beforeEach(() => {
    screen.os = os;
  });

  test('pictures are black until it is shown again', () => {
    const show = hideScreen();
    expect([isBlack(), screen.isBlurred]).toEqual([true, os === 'ios']);
    show();
    expect([isBlack(), screen.isBlurred]).toEqual([false, false]);
  });

  test('they are black for as long as anybody wants it', () => {
    const [first, second] = [hideScreen(), hideScreen()];
    first();
    expect(isBlack()).toBe(true);
    second();
    expect(isBlack()).toBe(false);
  });

  test('a phone that can’t goes on', async () => {
    screen.fails = true;
    const show = hideScreen();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(isBlack()).toBe(false);
    expect(show).not.toThrow();
  });
});

test('a browser asks nobody', () => {
  hideScreenOfBrowser()();
  expect(isBlack()).toBe(false);
});
