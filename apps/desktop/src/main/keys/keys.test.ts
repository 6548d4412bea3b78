import { DeviceKeyLostError } from '@wellpulse/offline';
import { describePersonKeys } from '@wellpulse/offline/testing';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { deriveByArgon2 } from './argon2.ts';
import { databaseKey } from './database-key.ts';
import { laptopPersonKeys } from './person-keys.ts';
import { storeInMemory } from './store-in-memory.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'wellpulse-desktop-keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
let files = 0;
const aFile = (): string => join(folder, `file-${(files += 1)}`);
const STORE = storeInMemory();
const FIRST = Buffer.from('A'.repeat(32)).toString('base64');
/** As good as argon2id for what the keys do with it, and at once. */
const derive = async (secret: string, salt: Uint8Array): Promise<Uint8Array> =>
  Uint8Array.from(
    { length: 32 },
    (_, index) => secret.charCodeAt(index % secret.length) ^ (salt[index % 16] ?? 0),
  );

test('without a person’s secret no key is kept', async () => {
  const keys = laptopPersonKeys(aFile(), storeInMemory(), derive);
  expect(await keys.keep('pat', FIRST)).toBe(false);
  expect(await keys.unlock('pat')).toBe(false);
});

test('a PIN opens what the system’s store wraps; where there is none, eight characters are needed', async () => {
  const path = aFile();
  const store = storeInMemory();
  const keys = laptopPersonKeys(path, store, derive);
  expect(await keys.keep('pat', FIRST, '4711')).toBe(true);
  expect(readFileSync(path, 'utf8')).not.toContain(FIRST);
  await keys.lock();
  expect(await keys.unlock('pat', '4712')).toBe(false);
  expect(await keys.unlock('pat', '4711')).toBe(true);
  const elsewhere = laptopPersonKeys(path, storeInMemory(), derive);
  expect(await elsewhere.unlock('pat', '4711')).toBe(false);
  const unsafe = laptopPersonKeys(aFile(), null, derive);
  await expect(unsafe.keep('pat', FIRST, '4711471')).rejects.toMatchObject({
    code: 'WEAK_SECRET',
    refusal: { least: 8 },
  });
});

test('the database’s key is the same at each start, and is lost with the system’s store', async () => {
  const path = aFile();
  const store = storeInMemory();
  const key = await databaseKey(path, store);
  expect(key).toHaveLength(32);
  expect(await databaseKey(path, store)).toEqual(key);
  expect(readFileSync(path, 'utf8')).not.toContain(Buffer.from(key).toString('base64'));
  await expect(databaseKey(path, storeInMemory())).rejects.toThrow(DeviceKeyLostError);
});

test('argon2id takes long, and gives 32 bytes that hang on secret and salt', async () => {
  const salt = new Uint8Array(16).fill(1);
  const key = await deriveByArgon2('4711', salt);
  expect(key).toHaveLength(32);
  expect(await deriveByArgon2('4711', salt)).toEqual(key);
  expect(await deriveByArgon2('4711', new Uint8Array(16))).not.toEqual(key);
});

describePersonKeys('a laptop’s file', (place) => laptopPersonKeys(place, STORE, derive), aFile, '4711');
describePersonKeys(
  'a file without a store',
  (place) => laptopPersonKeys(place, null, derive),
  aFile,
  'passphrase',
);
