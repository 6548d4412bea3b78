/** Who is at a device, by its forms. */
import { problem, PUMPER } from '@wellpulse/offline/testing';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { SignInForm } from '../session/sign-in-form.ts';
import { describeSessionStores, type SessionStoresUnderTest } from '../testing/index.ts';
import { aDevice, aNewDevice, type Device } from './device.fixture.ts';
import { deviceSignInStore, deviceUnlockStore } from './device-session-stores.ts';

const words = createWords('en');

const signInForm = ({ client }: Device) => {
  const form = new SignInForm({
    store: deviceSignInStore(client.sessions, { platform: 'ELECTRON' }),
    asks: ['tenant', 'email', 'password', 'deviceName', 'secret'],
    known: { tenant: 'acme', deviceName: 'Truck 7' },
    leastSecret: 8,
    elapsed: () => 0,
  });
  form.type({ email: 'jo@acme.example', password: 'wellpulse-demo', secret: 'north route' });
  return form;
};

const storesOf = (device: Device, client = device.client): SessionStoresUnderTest => ({
  signIn: deviceSignInStore(client.sessions, { platform: 'ELECTRON' }),
  unlock: deviceUnlockStore(client.sessions),
  given: {
    ...{ server: '', tenant: 'acme', email: PUMPER.email, password: 'wellpulse-demo' },
    ...{ deviceName: 'Truck 7', secret: 'north route' },
  },
  userId: PUMPER.id,
  personAt: async () => (await client.sessions.current())?.id ?? null,
  lock: () => client.sessions.lock(),
  refuses: (how) => {
    device.server.onCall = () => (how === 'NO_ANSWER' ? { kind: how } : problem(401, how));
  },
  restart: async () => {
    await client.close();
    return storesOf(device, await device.reopen());
  },
});

describeSessionStores('a device', async () => storesOf(await aNewDevice()));

test('a link that lets nothing pass is told, and what was typed stays', async () => {
  const device = await aDevice();
  device.server.onCall = () => ({ kind: 'NO_ANSWER' });
  const form = signInForm(device);
  expect(await form.submit(words)).toBeNull();
  expect([form.error(words), form.text.secret]).toEqual([
    expect.stringContaining('cannot be reached'),
    'north route',
  ]);
});
