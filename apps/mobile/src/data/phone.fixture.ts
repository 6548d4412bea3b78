/** A phone on a folder of its own, against a server in memory. */
import { valuesFrom, WELL_VALUES, type Well } from '@wellpulse/contracts';
import { SignInForm, UnlockForm } from '@wellpulse/forms';
import { serialise, type Person } from '@wellpulse/offline';
import { nodeBallast, nodePhotoFiles } from '@wellpulse/offline/node';
import { FakeServer, PUMPER } from '@wellpulse/offline/testing';
import { createWords } from '@wellpulse/words';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { biometrics } from '../native/keys/biometrics.web.ts';
import { cipherOf, cipherWith, newHiddenKey } from '../native/keys/cipher.web.ts';
import { connectionOn } from '../native/storage/expo-connection.ts';
import { expoDatabase } from '../native/storage/expo-sqlite.fixture.ts';
import { random } from '../native/keys/random.web.ts';
import { openPhone, type Phone, type PhoneParts } from './phone.ts';
import { phoneSignInStore, phoneUnlockStore } from './sign-in-stores.ts';

const words = createWords('en');
export const PASSPHRASE = 'north route seven';
export const WELL: Well = {
  id: '01890000-0000-7000-8000-000000000001',
  apiNumber: '42-165-12345',
  ...valuesFrom(WELL_VALUES, { name: 'Acme #1', route: 'North', routePosition: 1 }),
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
  version: 1,
};
/** What the pumper types to sign in. */
export const GIVEN = {
  ...{ server: 'https://wells.example', tenant: 'acme', email: PUMPER.email },
  ...{ password: 'wellpulse-demo', deviceName: 'Phone 7', secret: PASSPHRASE },
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

export interface PhoneUnderTest {
  readonly folder: string;
  readonly server: FakeServer;
  readonly parts: PhoneParts;
  /** The small texts on its disk. */
  readonly kept: Map<string, string>;
  /** The open data of the moment. */
  readonly phone: Phone;
  restart(): Promise<void>;
  /** The pumper signs in, with this passphrase. */
  signIn(secret?: string): Promise<void>;
  unlock(
    secret: string,
  ): Promise<{ readonly person: Person | null; readonly error: string | undefined; readonly wait: number }>;
  /** Throws it away. */
  end(): Promise<void>;
}

/** Nobody has signed in on it. `given` takes the place of parts. */
export async function aPhone(given: Partial<PhoneParts> = {}): Promise<PhoneUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'wellpulse-phone-'));
  const server = new FakeServer();
  server.addWell(WELL);
  const kept = new Map<string, string>();
  const key = { cipher: cipherWith(await newHiddenKey()), databaseKey: null };
  const parts: PhoneParts = {
    openSqlite: async () => serialise(connectionOn(expoDatabase(join(folder, 'phone.db')))),
    deviceKeys: { kept: async () => key, make: async () => key },
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
    biometrics,
    photoFiles: { ...nodePhotoFiles(join(folder, 'photos')), isOurs: () => true },
    ballast: nodeBallast(join(folder, 'ballast')),
    pictures: noPictures,
    transportTo: () => server,
    platform: 'WEB',
    appVersion: '1.0.0',
    ...given,
  };
  let phone = await openPhone(parts);
  return {
    ...{ folder, server, parts, kept },
    get phone() {
      return phone;
    },
    restart: async () => {
      await phone.client.close();
      phone = await openPhone(parts);
    },
    signIn: async (secret = PASSPHRASE) => {
      const form = new SignInForm({
        store: phoneSignInStore(phone),
        asks: ['tenant', 'email', 'password', 'deviceName', 'secret'],
        known: { server: GIVEN.server },
        leastSecret: phone.leastSecret,
        elapsed: () => 0,
      });
      form.type({ ...GIVEN, secret });
      if ((await form.submit(words)) === null)
        throw new Error(`Nobody signed in: ${form.error(words) ?? ''}`);
    },
    unlock: async (secret) => {
      const form = new UnlockForm(phoneUnlockStore(phone), await phone.client.sessions.people(), () => 0);
      form.type(secret);
      return { person: await form.submit(), error: form.error(words), wait: form.secondsToWait };
    },
    end: async () => {
      await phone.client.close();
      rmSync(folder, { recursive: true });
    },
  };
}
