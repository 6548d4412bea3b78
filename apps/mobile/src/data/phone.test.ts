/** A phone from its first sign-in to its next start: all of it in Node, against a server in memory. */
import { emptyEntry, parseEntry } from '@wellpulse/forms';
import { deviceEntryStore } from '@wellpulse/forms/device';
import { describeSessionStores, type SessionStoresUnderTest } from '@wellpulse/forms/testing';
import { DeviceKeyLostError } from '@wellpulse/offline';
import { problem, PUMPER } from '@wellpulse/offline/testing';
import { createWords } from '@wellpulse/words';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aPhone, GIVEN, PASSPHRASE, WELL, type PhoneUnderTest } from './phone.fixture.ts';
import { openPhone } from './phone.ts';
import { phoneSignInStore, phoneUnlockStore } from './sign-in-stores.ts';
import { syncOnce } from './background/sync-once.ts';

const words = createWords('en');
let own: PhoneUnderTest;

beforeEach(async () => {
  own = await aPhone();
});
afterEach(() => own.end());

const storesNow = (): SessionStoresUnderTest => ({
  signIn: phoneSignInStore(own.phone),
  unlock: phoneUnlockStore(own.phone),
  given: GIVEN,
  userId: PUMPER.id,
  personAt: async () => (await own.phone.client.sessions.current())?.id ?? null,
  lock: () => own.phone.client.sessions.lock(),
  refuses: (how) => {
    own.server.onCall = () => (how === 'NO_ANSWER' ? { kind: how } : problem(401, how));
  },
  restart: async () => {
    await own.restart();
    return storesNow();
  },
});

describeSessionStores('a phone', async () => storesNow());

const DAY = '2025-10-20';

/** Saves 42.5 barrels of a day. */
async function saveReading() {
  const parsed = parseEntry(words, { ...emptyEntry(DAY), oilVolume: '42.5' }, DAY);
  if (!parsed.ok) throw new Error('The entry is fine');
  const given = { wellId: WELL.id, entry: parsed.entry, base: null, photos: [] };
  return deviceEntryStore(own.phone.client).save(given);
}

test('a key that the keystore lost is never replaced, and opens everything once it is back', async () => {
  await own.signIn();
  await own.phone.client.sync.syncNow();
  own.server.onCall = () => ({ kind: 'NO_ANSWER' });
  await saveReading();
  let made = 0;
  const keys = {
    kept: async () => null,
    make: async () => {
      made += 1;
      return own.parts.deviceKeys.make();
    },
  };
  await expect(openPhone({ ...own.parts, deviceKeys: keys })).rejects.toThrow(DeviceKeyLostError);
  await own.restart();
  expect([made, (await own.unlock(PASSPHRASE)).person?.id]).toEqual([0, PUMPER.id]);
  expect(await own.phone.client.status.current()).toMatchObject({ pendingEvents: 1 });
});

test('a reading without a network outlives a restart, and reaches the office under its author', async () => {
  await own.signIn();
  await own.phone.client.sync.syncNow();
  own.server.onCall = () => ({ kind: 'NO_ANSWER' });
  expect(await saveReading()).toMatchObject({ kind: 'WAITS' });

  await own.restart();
  expect(await own.phone.client.sessions.current()).toBeUndefined();
  expect((await own.unlock(PASSPHRASE)).person).toMatchObject({ id: PUMPER.id });
  expect(await own.phone.client.status.current()).toMatchObject({ pendingEvents: 1 });

  own.server.onCall = (_, answer) => answer();
  await own.phone.client.sync.syncNow();
  expect(own.server.records.production(WELL.id, DAY)).toMatchObject({
    oilVolume: 42.5,
    entryMethod: 'MOBILE',
    createdBy: PUMPER.id,
  });
});

test('in the background what waits is sent without a PIN, once, also while the app syncs', async () => {
  await own.signIn();
  await own.phone.client.sync.syncNow();
  own.server.onCall = () => ({ kind: 'NO_ANSWER' });
  await saveReading();
  expect(await syncOnce(own.phone)).toBe(false);

  await own.restart();
  const sent: string[] = [];
  own.server.onCall = ({ path }, answer) => {
    sent.push(path);
    return answer();
  };
  expect(
    await Promise.all([syncOnce(own.phone), own.phone.client.sync.syncNow(), syncOnce(own.phone)]),
  ).toMatchObject([true, { trouble: null }, true]);
  expect(await own.phone.client.sessions.current()).toBeUndefined();
  expect(own.server.records.production(WELL.id, DAY)).toMatchObject({
    oilVolume: 42.5,
    createdBy: PUMPER.id,
  });
  expect(sent.filter((path) => path.endsWith('/sync/batch'))).toHaveLength(1);
});

test('in the background a phone on which nobody has signed in asks nobody', async () => {
  own.server.onCall = () => {
    throw new Error('Nobody is known');
  };
  expect(await syncOnce(own.phone)).toBe(true);
});

test('an office that does not let a new phone in is not taken for its own', async () => {
  own.server.onCall = () => ({ kind: 'NO_ANSWER' });
  const answer = await phoneSignInStore(own.phone).signIn({ ...GIVEN, server: 'https://elsewhere.example' });
  expect(answer).toMatchObject({ kind: 'REFUSED' });
  own.server.onCall = (_, given) => given();
  await own.signIn();
  expect(own.phone.office.server).toBe('https://wells.example');
});

test('wrong passphrases make the next try wait, also after a restart', async () => {
  await own.signIn();
  await own.restart();
  for (let time = 0; time < 3; time += 1) expect((await own.unlock('south route seven')).person).toBeNull();
  await own.restart();
  expect(await own.unlock(PASSPHRASE)).toMatchObject({ person: null, wait: 5 });
});

test('neither passphrase nor signing key stands on the disk', async () => {
  await own.signIn();
  const written = [
    ...own.kept.values(),
    readFileSync(join(own.folder, 'phone.db')).toString('latin1'),
  ].join();
  expect(written).not.toContain(PASSPHRASE);
  expect(written).not.toContain(own.server.signingKey);
});
