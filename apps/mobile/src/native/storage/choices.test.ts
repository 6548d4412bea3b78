/** Both stores of choices over what their platforms give. */
import { beforeAll, expect, test, vi } from 'vitest';
import { choices } from './choices.ts';
import { choices as choicesOfBrowser } from './choices.web.ts';
import { describeTexts } from './texts-suite.fixture.ts';

const ofPhone = vi.hoisted(() => new Map<string, string>());
const ofBrowser = new Map<string, string>();

vi.mock('@react-native-async-storage/async-storage', () => ({
  default: {
    getItem: async (name: string) => ofPhone.get(name) ?? null,
    setItem: async (name: string, text: string) => {
      ofPhone.set(name, text);
    },
  },
}));

beforeAll(() => {
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => ofBrowser.get(name) ?? null,
    setItem: (name: string, text: string) => {
      ofBrowser.set(name, text);
    },
  });
  return () => {
    vi.unstubAllGlobals();
  };
});

describeTexts('a phone', () => choices);
describeTexts('a browser', () => choicesOfBrowser);

test('both keep them under a name of ours', () => {
  expect([...ofPhone.keys(), ...ofBrowser.keys()].every((name) => name.startsWith('wellpulse.'))).toBe(true);
});
