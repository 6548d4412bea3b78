/** Both sources of positions over what their platforms give. */
import type { LocationOptions, LocationObject } from 'expo-location';
import { afterAll, expect, test, vi } from 'vitest';
import { describePositions, type DeviceUnderTest } from './positions-suite.fixture.ts';
import { positions } from './positions.ts';
import { positions as positionsOfBrowser } from './positions.web.ts';

interface Watch {
  readonly isExact: boolean;
  readonly tell: (measured: LocationObject) => void;
  readonly fail: () => void;
}

/** The device of the moment, as a platform sees it. */
const device = vi.hoisted(() => ({
  answer: 'YES' as 'YES' | 'NO',
  isKnown: false,
  isSwitchedOn: true,
  timesAsked: 0,
  watches: new Map<number, Watch>(),
  watchNumber: 0,
}));

function permission() {
  const granted = device.isKnown && device.answer === 'YES';
  return { granted, canAskAgain: !device.isKnown };
}

vi.mock('expo-location', () => ({
  Accuracy: { Highest: 5 },
  getForegroundPermissionsAsync: async () => permission(),
  requestForegroundPermissionsAsync: async () => {
    if (!device.isKnown) device.timesAsked += 1;
    device.isKnown = true;
    return permission();
  },
  hasServicesEnabledAsync: async () => device.isSwitchedOn,
  watchPositionAsync: async (
    options: LocationOptions,
    tell: (measured: LocationObject) => void,
    fail: (reason: string) => void,
  ) => {
    const number = (device.watchNumber += 1);
    const isExact = Number(options.accuracy) === 5;
    device.watches.set(number, { isExact, tell, fail: () => fail('No signal') });
    return { remove: () => device.watches.delete(number) };
  },
}));

const browser = {
  permissions: {
    query: async () => ({
      state: device.isKnown ? (device.answer === 'YES' ? 'granted' : 'denied') : 'prompt',
    }),
  },
  geolocation: {
    watchPosition: (
      tell: (measured: LocationObject) => void,
      fail: (error: { readonly code: number }) => void,
      { enableHighAccuracy }: PositionOptions,
    ) => {
      const number = (device.watchNumber += 1);
      device.watches.set(number, {
        isExact: enableHighAccuracy === true,
        tell,
        fail: () => fail({ code: 2 }),
      });
      if (!device.isKnown) device.timesAsked += 1;
      device.isKnown = true;
      if (device.answer === 'NO') fail({ code: 1 });
      return number;
    },
    clearWatch: (number: number) => device.watches.delete(number),
  },
};
vi.stubGlobal('navigator', browser);
afterAll(() => {
  vi.unstubAllGlobals();
});

const unpack = (own: typeof positions) => (): DeviceUnderTest => {
  Object.assign(device, { answer: 'YES', isKnown: false, isSwitchedOn: true, timesAsked: 0 });
  device.watches.clear();
  return {
    positions: own,
    says: (answer, isKnown) => {
      Object.assign(device, { answer, isKnown });
    },
    measures: (latitude, longitude, accuracy, timestamp) => {
      const coords = { latitude, longitude, accuracy } as LocationObject['coords'];
      for (const { tell } of [...device.watches.values()]) tell({ coords, timestamp });
    },
    loses: () => {
      for (const { fail } of [...device.watches.values()]) fail();
    },
    get timesAsked() {
      return device.timesAsked;
    },
    get watches() {
      return [...device.watches.values()].map(({ isExact }) => ({ isExact }));
    },
  };
};

describePositions('a phone', unpack(positions));
describePositions('a browser', unpack(positionsOfBrowser));

test('a phone says that location is switched off for all of its apps', async () => {
  unpack(positions)().says('YES', true);
  device.isSwitchedOn = false;
  const trouble = await new Promise((resolve) => positions.watch(() => undefined, resolve));
  expect([trouble, device.watches.size]).toEqual(['SWITCHED_OFF', 0]);
});

test('a page that may know no position asks for none', async () => {
  vi.stubGlobal('navigator', {});
  expect(await positionsOfBrowser.ask()).toBe('REFUSED');
  vi.stubGlobal('navigator', { geolocation: browser.geolocation });
  expect(await positionsOfBrowser.access()).toBe('ASKABLE');
  vi.stubGlobal('navigator', browser);
});
