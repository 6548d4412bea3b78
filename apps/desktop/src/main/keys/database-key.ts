/** The key of the database: random, wrapped by the system's store, and held by this program while it runs. */
import { writeDurably } from '@wellpulse/offline/node';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { OsKeyStore } from './os-key-store.ts';

const KEY_BYTES = 32;

/** Thrown where the key of existing data can't be opened: another account, or a store that was emptied. */
export class DatabaseKeyLostError extends Error {
  override readonly name = 'DatabaseKeyLostError';
}

/**
 * The key in the file at `path`, made at the first start. Throws a `DatabaseKeyLostError` if the system's store does not open it.
 *
 * @example
 * const key = await databaseKey(join(folder, 'database.key'), store);
 */
export async function databaseKey(path: string, store: OsKeyStore): Promise<Uint8Array> {
  const wrapped = await readFile(path, 'utf8').catch(nullIfAbsent);
  if (wrapped !== null) {
    const key = await store.unwrap(wrapped);
    if (key === null) throw new DatabaseKeyLostError('The key of the data on this laptop can’t be opened');
    return Buffer.from(key, 'base64');
  }
  const key = randomBytes(KEY_BYTES);
  await writeDurably(path, await store.wrap(key.toString('base64')));
  return key;
}

function nullIfAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
