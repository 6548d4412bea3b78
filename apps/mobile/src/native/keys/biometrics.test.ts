/** The keystores of both kinds of phones, behind fingers and faces. */
import { expect, test, vi } from 'vitest';
import { describeBiometrics, type TouchedPhone } from './biometrics-suite.fixture.ts';
import { biometrics } from './biometrics.ts';
import { biometrics as biometricsOfBrowser } from './biometrics.web.ts';
import { newPhone, phone } from './keystore.fixture.ts';

vi.mock('expo-secure-store', async () => (await import('./keystore.fixture.ts')).secureStore);
vi.mock('expo-local-authentication', async () => (await import('./keystore.fixture.ts')).localAuthentication);
vi.mock('react-native', async () => (await import('./keystore.fixture.ts')).reactNative);

const unpack = (os: typeof phone.os) => (): TouchedPhone => {
  newPhone(os);
  return {
    biometrics,
    person: (does) => {
      phone.person = does;
    },
    changeFingers: () => {
      phone.known += 1;
    },
    removeFingers: () => {
      phone.known = 0;
    },
    asked: phone.asked,
  };
};

describeBiometrics('Android', unpack('android'));
describeBiometrics('iOS', unpack('ios'));

test.each([
  [[1], 'FINGER'],
  [[2], 'FACE'],
  [[1, 2], 'EITHER'],
  [[3], 'EITHER'],
] as const)('a phone with %o opens by %s', async (kinds, kind) => {
  newPhone('android');
  phone.kinds = [...kinds];
  expect(await biometrics.kind()).toBe(kind);
});

test('a browser offers none, and keeps nothing', async () => {
  expect(await biometricsOfBrowser.kind()).toBeNull();
  expect(await biometricsOfBrowser.keep('one', 'text', 'Keep?')).toBe(false);
  expect(await biometricsOfBrowser.open('one', 'Open?')).toEqual({ kind: 'GONE' });
  await biometricsOfBrowser.forget('one');
});
