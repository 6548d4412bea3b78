/**
 * The encrypted database as a file. When part of it is damaged, its pages are read without SQLite (ADRs 51 and 105).
 *
 * A page of SQLCipher 4 is 4096 bytes: what is encrypted (AES-256-CBC), then 16 bytes of IV and a MAC of 64. The first one begins with a
 * salt where SQLite's own name stands otherwise. The MAC is not asked here: a row counts if it can be read as one.
 */
import type { DatabaseFile } from '@wellpulse/offline';
import { nodeDatabaseFile } from '@wellpulse/offline/node';
import { createDecipheriv } from 'node:crypto';
import { openCipherSqlite } from './cipher-sqlite.ts';

const SALT_BYTES = 16;
const IV_BYTES = 16;
const RESERVED_BYTES = 80;

/**
 * The file at `path` under its raw key. No other program opens it: this one runs once for each account.
 *
 * @example
 * const driver = await repairingDriver(cipherDatabaseFile(join(folder, 'client.db'), key), nodeClock);
 */
export const cipherDatabaseFile = (path: string, key: Uint8Array): DatabaseFile =>
  nodeDatabaseFile(path, {
    openSqlite: async (at) => openCipherSqlite(at, key),
    decode: (bytes, number) => decrypted(bytes, number, key),
    isShared: false,
  });

/** Without the bytes that SQLite leaves to the encryption. */
function decrypted(page: Uint8Array, number: number, key: Uint8Array): Uint8Array {
  const end = page.length - RESERVED_BYTES;
  const start = number === 1 ? SALT_BYTES : 0;
  const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + IV_BYTES));
  cipher.setAutoPadding(false);
  const plain = new Uint8Array(end);
  plain.set(cipher.update(page.subarray(start, end)), start);
  return plain;
}
