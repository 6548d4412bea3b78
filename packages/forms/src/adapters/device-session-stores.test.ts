/** Who is at a device, by its forms. */
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { SignInForm } from '../session/sign-in-form.ts';
import { UnlockForm } from '../session/unlock-form.ts';
import { aDevice, type Device } from './device.fixture.ts';
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

test('a person signs in, and later takes over with what opens their key', async () => {
  const device = await aDevice();
  const [person] = await device.client.sessions.people();
  const form = signInForm(device);
  form.type({ email: person?.email ?? '' });
  expect(await form.submit(words)).toMatchObject({ id: person?.id });
  await device.client.sessions.lock();

  const unlock = new UnlockForm(
    deviceUnlockStore(device.client.sessions),
    await device.client.sessions.people(),
    () => 0,
  );
  unlock.type('south route');
  expect([await unlock.submit(), unlock.error(words)]).toEqual([
    null,
    'That does not open your key. Try again, or sign in.',
  ]);
  expect(await device.client.sessions.current()).toBeUndefined();
  unlock.type('north route');
  expect(await unlock.submit()).toMatchObject({ id: person?.id });
  expect(await device.client.sessions.current()).toMatchObject({ id: person?.id });
});

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
