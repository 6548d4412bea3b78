/** A phone from its first sign-in to its next start: all of it in Node, against a server in memory. */
import { valuesFrom, WELL_VALUES, type Well } from '@wellpulse/contracts';
import { emptyEntry, parseEntry, SignInForm, UnlockForm } from '@wellpulse/forms';
import { deviceEntryStore } from '@wellpulse/forms/device';
import { describeSessionStores, type SessionStoresUnderTest } from '@wellpulse/forms/testing';
import { serialise } from '@wellpulse/offline';
import { nodePhotoFiles } from '@wellpulse/offline/node';
import { FakeServer, problem, PUMPER } from '@wellpulse/offline/testing';
import { createWords } from '@wellpulse/words';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cipherOf, cipherWith, newHiddenKey } from '../native/keys/cipher.web.ts';
import { connectionOn } from '../native/storage/expo-connection.ts';
import { expoDatabase } from '../native/storage/expo-sqlite.fixture.ts';
import { random } from '../native/keys/random.web.ts';
import { openPhone, type Phone, type PhoneParts } from './phone.ts';
import { phoneSignInStore, phoneUnlockStore } from './sign-in-stores.ts';
import { syncOnce } from './background/sync-once.ts';

const words = createWords('en');
const PASSPHRASE = 'north route seven';
const WELL: Well = {
  id: '01890000-0000-7000-8000-000000000001',
  apiNumber: '42-165-12345',
  ...valuesFrom(WELL_VALUES, { name: 'Acme #1', route: 'North', routePosition: 1 }),
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
  version: 1,
};

/** Nobody takes photos here. */
const noPictures: PhoneParts['pictures'] = {
  opens: [],
  choose: async () => [],
  compress: async () => null,
  forget: () => undefined,
  forgetAll: () => undefined,
  show: () => '',
  hide: () => undefined,
};

let folder: string;
let server: FakeServer;
let parts: PhoneParts;
let phone: Phone;
const kept = new Map<string, string>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wellpulse-phone-'));
  server = new FakeServer();
  server.addWell(WELL);
  kept.clear();
  const cipher = cipherWith(await newHiddenKey());
  parts = {
    openSqlite: async () => serialise(connectionOn(expoDatabase(join(folder, 'phone.db')))),
    openDeviceKey: async () => ({ cipher, databaseKey: null }),
    cipherOf,
    random,
    texts: {
      read: async (name) => kept.get(name) ?? null,
      write: async (name, text) => {
        kept.set(name, text);
      },
    },
    secrets: {
      least: 8,
      derive: async (secret, salt) => createHash('sha256').update(secret).update(salt).digest(),
    },
    photoFiles: { ...nodePhotoFiles(join(folder, 'photos')), isOurs: () => true },
    pictures: noPictures,
    transportTo: () => server,
    platform: 'WEB',
    appVersion: '1.0.0',
  };
  phone = await openPhone(parts);
});
afterEach(async () => {
  await phone.client.close();
  rmSync(folder, { recursive: true });
});

async function signIn(): Promise<void> {
  const form = new SignInForm({
    store: phoneSignInStore(phone),
    asks: ['tenant', 'email', 'password', 'deviceName', 'secret'],
    known: { server: 'https://wells.example' },
    leastSecret: phone.leastSecret,
    elapsed: () => 0,
  });
  form.type({
    tenant: 'acme',
    email: PUMPER.email,
    password: 'wellpulse-demo',
    deviceName: 'Phone 7',
    secret: PASSPHRASE,
  });
  expect(await form.submit(words)).toMatchObject({ id: PUMPER.id });
}

async function restart(): Promise<void> {
  await phone.client.close();
  phone = await openPhone(parts);
}

async function unlock(secret: string) {
  const form = new UnlockForm(phoneUnlockStore(phone), await phone.client.sessions.people(), () => 0);
  form.type(secret);
  return { person: await form.submit(), error: form.error(words), wait: form.secondsToWait };
}

const storesNow = (): SessionStoresUnderTest => ({
  signIn: phoneSignInStore(phone),
  unlock: phoneUnlockStore(phone),
  given: {
    ...{ server: 'https://wells.example', tenant: 'acme', email: PUMPER.email },
    ...{ password: 'wellpulse-demo', deviceName: 'Phone 7', secret: PASSPHRASE },
  },
  userId: PUMPER.id,
  personAt: async () => (await phone.client.sessions.current())?.id ?? null,
  lock: () => phone.client.sessions.lock(),
  refuses: (how) => {
    server.onCall = () => (how === 'NO_ANSWER' ? { kind: how } : problem(401, how));
  },
  restart: async () => {
    await restart();
    return storesNow();
  },
});

describeSessionStores('a phone', async () => storesNow());

test('a reading without a network outlives a restart, and reaches the office under its author', async () => {
  await signIn();
  await phone.client.sync.syncNow();
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  const day = '2025-10-20';
  const parsed = parseEntry(words, { ...emptyEntry(day), oilVolume: '42.5' }, day);
  if (!parsed.ok) throw new Error('The entry is fine');
  const given = { wellId: WELL.id, entry: parsed.entry, base: null, photos: [] };
  expect(await deviceEntryStore(phone.client).save(given)).toMatchObject({ kind: 'WAITS' });

  await restart();
  expect(await phone.client.sessions.current()).toBeUndefined();
  expect((await unlock(PASSPHRASE)).person).toMatchObject({ id: PUMPER.id });
  expect(await phone.client.status.current()).toMatchObject({ pendingEvents: 1 });

  server.onCall = (_, answer) => answer();
  await phone.client.sync.syncNow();
  expect(server.records.production(WELL.id, day)).toMatchObject({
    oilVolume: 42.5,
    entryMethod: 'MOBILE',
    createdBy: PUMPER.id,
  });
});

test('in the background what waits is sent without a PIN, once, also while the app syncs', async () => {
  await signIn();
  await phone.client.sync.syncNow();
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  const day = '2025-10-20';
  const parsed = parseEntry(words, { ...emptyEntry(day), oilVolume: '42.5' }, day);
  if (!parsed.ok) throw new Error('The entry is fine');
  await deviceEntryStore(phone.client).save({ wellId: WELL.id, entry: parsed.entry, base: null, photos: [] });
  expect(await syncOnce(phone)).toBe(false);

  await restart();
  const sent: string[] = [];
  server.onCall = ({ path }, answer) => {
    sent.push(path);
    return answer();
  };
  expect(await Promise.all([syncOnce(phone), phone.client.sync.syncNow(), syncOnce(phone)])).toMatchObject([
    true,
    { trouble: null },
    true,
  ]);
  expect(await phone.client.sessions.current()).toBeUndefined();
  expect(server.records.production(WELL.id, day)).toMatchObject({ oilVolume: 42.5, createdBy: PUMPER.id });
  expect(sent.filter((path) => path.endsWith('/sync/batch'))).toHaveLength(1);
});

test('in the background a phone on which nobody has signed in asks nobody', async () => {
  server.onCall = () => {
    throw new Error('Nobody is known');
  };
  expect(await syncOnce(phone)).toBe(true);
});

test('an office that does not let a new phone in is not taken for its own', async () => {
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  const answer = await phoneSignInStore(phone).signIn({
    server: 'https://elsewhere.example',
    tenant: 'acme',
    email: PUMPER.email,
    password: 'wellpulse-demo',
    deviceName: 'Phone 7',
    secret: PASSPHRASE,
  });
  expect(answer).toMatchObject({ kind: 'REFUSED' });
  server.onCall = (_, given) => given();
  await signIn();
  expect(phone.office.server).toBe('https://wells.example');
});

test('wrong passphrases make the next try wait, also after a restart', async () => {
  await signIn();
  await restart();
  for (let time = 0; time < 3; time += 1) expect((await unlock('south route seven')).person).toBeNull();
  await restart();
  expect(await unlock(PASSPHRASE)).toMatchObject({ person: null, wait: 5 });
});

test('neither passphrase nor signing key stands on the disk', async () => {
  await signIn();
  const written = [...kept.values(), readFileSync(join(folder, 'phone.db')).toString('latin1')].join();
  expect(written).not.toContain(PASSPHRASE);
  expect(written).not.toContain(server.signingKey);
});
