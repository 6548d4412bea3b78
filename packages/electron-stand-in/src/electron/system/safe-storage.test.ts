import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readiness } from '../life/readiness.ts';
import { safeStorage } from './safe-storage.ts';

const home = mkdtempSync(join(tmpdir(), 'keyring-'));

beforeAll(() => readiness.reach());
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(home, { recursive: true }));

const withKeyring = (kind: string, folder = home): void => {
  vi.stubEnv('ELECTRON_STAND_IN_HOME', folder);
  vi.stubEnv('ELECTRON_STAND_IN_KEYRING', kind);
};

test.each(['gnome_libsecret', 'basic_text'])('%s wraps and opens', async (kind) => {
  withKeyring(kind);
  expect(safeStorage.getSelectedStorageBackend()).toBe(kind);
  const sealed = await safeStorage.encryptStringAsync('a key');
  expect(sealed.toString('latin1')).not.toContain('a key');
  expect(sealed).not.toEqual(await safeStorage.encryptStringAsync('a key'));
  expect(await safeStorage.decryptStringAsync(sealed)).toEqual({ result: 'a key', shouldReEncrypt: false });
});

test('what was changed, or wrapped on another computer, does not open', async () => {
  withKeyring('gnome_libsecret');
  const sealed = await safeStorage.encryptStringAsync('a key');
  const changed = Buffer.from(sealed);
  changed[20] = (changed[20] ?? 0) ^ 1;
  await expect(safeStorage.decryptStringAsync(changed)).rejects.toThrow('decrypting');
  withKeyring('gnome_libsecret', join(home, 'other'));
  await expect(safeStorage.decryptStringAsync(sealed)).rejects.toThrow('decrypting');
});

test('basic text opens anywhere, and a better store asks to wrap it again', async () => {
  withKeyring('basic_text', join(home, 'one'));
  const sealed = await safeStorage.encryptStringAsync('a key');
  withKeyring('gnome_libsecret', join(home, 'two'));
  expect(await safeStorage.decryptStringAsync(sealed)).toEqual({ result: 'a key', shouldReEncrypt: true });
});

test('without a store nothing is wrapped', async () => {
  withKeyring('unavailable');
  expect(await safeStorage.isAsyncEncryptionAvailable()).toBe(false);
  expect(safeStorage.getSelectedStorageBackend()).toBe('unknown');
  await expect(safeStorage.encryptStringAsync('a key')).rejects.toThrow('not available');
});

test('a store of no known kind is refused', async () => {
  withKeyring('kwallet9');
  await expect(safeStorage.isAsyncEncryptionAvailable()).rejects.toThrow('kwallet9');
});
