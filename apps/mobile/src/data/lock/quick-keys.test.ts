/** Opening by a finger, over a keystore as Expo gives it: from turning it on to all that ends it. */
import { UnlockForm } from '@wellpulse/forms';
import { keptPersonKeys, type KeyText } from '@wellpulse/offline';
import { describePersonKeys, problem, PUMPER } from '@wellpulse/offline/testing';
import { createWords } from '@wellpulse/words';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { biometrics } from '../../native/keys/biometrics.ts';
import { cipherOf } from '../../native/keys/cipher.web.ts';
import { newPhone, phone as keystore } from '../../native/keys/keystore.fixture.ts';
import { random } from '../../native/keys/random.web.ts';
import type { Secrets } from '../../native/ports.ts';
import { aPhone, PASSPHRASE, type PhoneUnderTest } from '../phone.fixture.ts';
import { personSealing, sealedText } from '../sealed-text.ts';
import { endingQuickKeys, QuickKeys } from './quick-keys.ts';
import { QuickOpening, quickStore } from './quick-opening.ts';

vi.mock('expo-secure-store', async () => (await import('../../native/keys/keystore.fixture.ts')).secureStore);
vi.mock(
  'expo-local-authentication',
  async () => (await import('../../native/keys/keystore.fixture.ts')).localAuthentication,
);
vi.mock('react-native', async () => (await import('../../native/keys/keystore.fixture.ts')).reactNative);

const words = createWords('en');
const QUESTION = 'Open as Pat?';
let own: PhoneUnderTest;

beforeEach(async () => {
  newPhone('android');
  own = await aPhone({ biometrics });
  await own.signIn();
});
afterEach(() => own.end());

async function turnOn(secret = PASSPHRASE) {
  const form = new UnlockForm(quickStore(own.phone, 'Keep?'), [PUMPER], () => 0);
  form.type(secret);
  return { answer: await form.submit(), error: form.error(words), wait: form.secondsToWait };
}

async function touch() {
  const opening = new QuickOpening(own.phone);
  return [await opening.ask(PUMPER.id, QUESTION), opening.trouble];
}

const isHere = async (): Promise<boolean> => (await own.phone.client.sessions.current())?.id === PUMPER.id;

test('a finger opens what the PIN opened, also after a restart, and syncing asks for none', async () => {
  expect(own.phone.quick.has(PUMPER.id)).toBe(false);
  expect((await turnOn()).answer).toEqual({ isOn: true });
  await own.restart();
  await own.phone.client.sync.syncNow();
  expect([await isHere(), keystore.asked]).toEqual([false, ['Keep?']]);
  expect(await touch()).toEqual([true, null]);
  expect([await isHere(), keystore.asked]).toEqual([true, ['Keep?', QUESTION]]);
  // The PIN is kept with the open key, as if it had been typed: a new key of the server is kept under it.
  await own.phone.client.sessions.lock();
  expect((await own.unlock(PASSPHRASE)).person).toMatchObject({ id: PUMPER.id });
});

test('a wrong PIN turns nothing on, and makes the next try wait', async () => {
  for (let time = 0; time < 3; time += 1) {
    const { answer, error } = await turnOn('south route seven');
    expect([answer, error]).toEqual([null, words.formatRefusal({ code: 'WRONG_SECRET' })]);
  }
  expect(await turnOn()).toMatchObject({ answer: null, wait: 5 });
  expect([own.phone.quick.has(PUMPER.id), keystore.asked]).toEqual([false, []]);
  // Nobody is thrown out by it.
  expect(await isHere()).toBe(true);
});

test('whoever cancels types the PIN, and finds the finger on the next time', async () => {
  await turnOn();
  await own.phone.client.sessions.lock();
  keystore.person = 'CANCELS';
  expect(await touch()).toEqual([false, 'REFUSED']);
  expect(await isHere()).toBe(false);
  expect((await own.unlock(PASSPHRASE)).person).not.toBeNull();
  await own.phone.client.sessions.lock();
  keystore.person = 'TOUCHES';
  expect(await touch()).toEqual([true, null]);
});

test('nothing is turned on for a person who cancels', async () => {
  keystore.person = 'CANCELS';
  expect((await turnOn()).answer).toEqual({ isOn: false });
  expect(own.phone.quick.has(PUMPER.id)).toBe(false);
});

test('a finger that was taught later opens nothing: it is off, and the PIN opens', async () => {
  await turnOn();
  await own.phone.client.sessions.lock();
  keystore.known += 1;
  expect(await touch()).toEqual([false, 'GONE']);
  expect([own.phone.quick.has(PUMPER.id), await isHere()]).toEqual([false, false]);
  await own.restart();
  expect(own.phone.quick.has(PUMPER.id)).toBe(false);
  expect((await own.unlock(PASSPHRASE)).person).not.toBeNull();
});

test('it is off after another PIN, after a retirement, and on a phone that was lost', async () => {
  await turnOn();
  await own.signIn('south route eight');
  expect(own.phone.quick.has(PUMPER.id)).toBe(false);

  await turnOn('south route eight');
  expect(own.phone.quick.has(PUMPER.id)).toBe(true);
  own.server.onCall = () => problem(403, 'DEVICE_REVOKED');
  await own.phone.client.sync.syncNow();
  expect(own.phone.quick.has(PUMPER.id)).toBe(false);
  expect(await touch()).toEqual([false, 'GONE']);

  own.server.onCall = (_, answer) => answer();
  await own.signIn();
  await turnOn();
  await own.phone.client.reset();
  expect(own.phone.quick.has(PUMPER.id)).toBe(false);
});

test('neither the disk nor the keystore has the PIN alone', async () => {
  await turnOn();
  const onDisk = await sealedText(own.parts.texts, 'quick', {
    cipher: (await own.parts.deviceKeys.make()).cipher,
    cipherOf: own.parts.cipherOf,
    random: own.parts.random,
  }).read();
  expect(onDisk).toContain(PUMPER.id);
  expect(onDisk).not.toContain(PASSPHRASE);
  const opened = await biometrics.open(`person-${PUMPER.id}`, QUESTION);
  expect(opened).toMatchObject({ kind: 'OPENED' });
  expect(JSON.stringify(opened)).not.toContain(PASSPHRASE);
});

const kept = new Map<string, string>();
const textAt = (place: string): KeyText => ({
  read: async () => kept.get(place) ?? null,
  write: async (text) => void kept.set(place, text),
});
const secrets: Secrets = {
  least: 8,
  derive: async (secret, salt) => createHash('sha256').update(secret).update(salt).digest(),
};
const quick = await QuickKeys.open(textAt('quick'), biometrics, { cipherOf, random });
let places = 0;

describePersonKeys(
  'a phone with a finger',
  (place) =>
    endingQuickKeys(keptPersonKeys(textAt(place), personSealing(secrets, { cipherOf, random })), quick),
  () => `keys-${String((places += 1))}`,
  PASSPHRASE,
);
