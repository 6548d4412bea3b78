/** What a phone and a browser say of the network, over what they give. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onNetworkChange } from './network.ts';
import { onNetworkChange as onNetworkChangeOfBrowser } from './network.web.ts';

interface State {
  readonly isConnected?: boolean;
}

/** The phone of the moment. */
const phone = vi.hoisted(() => ({ listeners: new Set<(state: State) => void>() }));

vi.mock('expo-network', () => ({
  addNetworkStateListener: (listen: (state: State) => void) => {
    phone.listeners.add(listen);
    return { remove: () => phone.listeners.delete(listen) };
  },
}));

let browser: EventTarget;
beforeEach(() => {
  browser = new EventTarget();
  for (const name of ['addEventListener', 'removeEventListener'] as const) {
    vi.stubGlobal(name, browser[name].bind(browser));
  }
});
afterEach(() => {
  phone.listeners.clear();
  vi.unstubAllGlobals();
});

const PLATFORMS = [
  {
    name: 'a phone',
    listenTo: onNetworkChange,
    change: (isConnected: boolean) => {
      for (const tell of phone.listeners) tell({ isConnected });
    },
  },
  {
    name: 'a browser',
    listenTo: onNetworkChangeOfBrowser,
    change: (onLine: boolean) => {
      vi.stubGlobal('navigator', { onLine });
      browser.dispatchEvent(new Event(onLine ? 'online' : 'offline'));
    },
  },
];

describe.each(PLATFORMS)('$name', ({ listenTo, change }) => {
  test('tells of each change, and of nothing before', () => {
    const told: boolean[] = [];
    listenTo((isOnline) => told.push(isOnline));
    expect(told).toEqual([]);
    for (const isOnline of [false, true, false]) change(isOnline);
    expect(told).toEqual([false, true, false]);
  });

  test('tells nothing more to who ended it, and goes on for the others', () => {
    const first: boolean[] = [];
    const second: boolean[] = [];
    const end = listenTo((isOnline) => first.push(isOnline));
    listenTo((isOnline) => second.push(isOnline));
    end();
    change(false);
    expect([first, second]).toEqual([[], [false]]);
  });
});

test('a phone that does not know is not online', () => {
  const told: boolean[] = [];
  onNetworkChange((isOnline) => told.push(isOnline));
  for (const tell of phone.listeners) tell({});
  expect(told).toEqual([false]);
});
