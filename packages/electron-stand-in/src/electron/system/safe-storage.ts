/**
 * `electron.safeStorage`: text that only this person of this computer can read. The key is real, and lies in a file of the stand-in's own
 * folder in place of a keychain. `ELECTRON_STAND_IN_KEYRING` says what kind of store the computer has.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { refuseUnknown } from '../../guard/not-in-stand-in.ts';
import { app } from '../life/app.ts';
import { readiness } from '../life/readiness.ts';

/** `basic_text` wraps by a key that everybody knows; `unavailable` wraps nothing. */
type Keyring = 'basic_text' | 'gnome_libsecret' | 'unavailable';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** As Chromium marks what it wraps, by the kind of key. */
const MARKS = { basic_text: 'v10', gnome_libsecret: 'v11' } as const;

function keyring(): Keyring {
  const chosen = process.env['ELECTRON_STAND_IN_KEYRING'] ?? 'gnome_libsecret';
  if (chosen === 'basic_text' || chosen === 'gnome_libsecret' || chosen === 'unavailable') return chosen;
  throw new Error(
    `ELECTRON_STAND_IN_KEYRING is "${chosen}"; it must be basic_text, gnome_libsecret or unavailable.`,
  );
}

function keyOf(mark: string): Buffer {
  if (mark === MARKS.basic_text) return createHash('sha256').update('peanuts').digest();
  const home = process.env['ELECTRON_STAND_IN_HOME'] ?? join(homedir(), '.electron-stand-in');
  const path = join(home, `${app.name}.key`);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch {
    // It is there.
  }
  return readFileSync(path);
}

const unavailable = (call: string): Error =>
  new Error(`Error while calling safeStorage.${call}: encryption is not available.`);

export const safeStorage = refuseUnknown(
  {
    isAsyncEncryptionAvailable: async (): Promise<boolean> => {
      await Promise.resolve();
      return readiness.isReady && keyring() !== 'unavailable';
    },
    getSelectedStorageBackend: (): 'basic_text' | 'gnome_libsecret' | 'unknown' => {
      const kind = keyring();
      return readiness.isReady && kind !== 'unavailable' ? kind : 'unknown';
    },
    encryptStringAsync: async (text: string): Promise<Buffer> => {
      await readiness.whenReady();
      const kind = keyring();
      if (kind === 'unavailable') throw unavailable('encryptStringAsync');
      const mark = MARKS[kind];
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyOf(mark), nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from(mark), nonce, sealed, cipher.getAuthTag()]);
    },
    decryptStringAsync: async (sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> => {
      await readiness.whenReady();
      if (keyring() === 'unavailable') throw unavailable('decryptStringAsync');
      const mark = sealed.subarray(0, 3).toString();
      const nonce = sealed.subarray(mark.length, mark.length + NONCE_BYTES);
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyOf(mark), nonce);
        decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
        const text = decipher.update(sealed.subarray(mark.length + NONCE_BYTES, -TAG_BYTES));
        const result = Buffer.concat([text, decipher.final()]).toString();
        return { result, shouldReEncrypt: mark !== MARKS[keyring() as 'gnome_libsecret'] };
      } catch (cause) {
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.', {
          cause,
        });
      }
    },
  } satisfies Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
  >,
  'electron.safeStorage',
);
