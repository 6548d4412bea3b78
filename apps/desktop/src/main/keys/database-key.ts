/** The key of the database: random, and wrapped by the system's store. Where there is none, each person's passphrase wraps it. */
import { DeviceKeyLostError } from '@wellpulse/offline';
import { sealText, unsealText, writeDurably, type DeriveKey } from '@wellpulse/offline/node';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { OsKeyStore } from './os-key-store.ts';

const KEY_BYTES = 32;

/** A new key, which nothing keeps yet. */
export const newDatabaseKey = (): Uint8Array => randomBytes(KEY_BYTES);

/**
 * The key in the file at `path`, made at the first start. Throws a `DeviceKeyLostError` if the system's store does not open it.
 *
 * @example
 * const key = await databaseKey(join(folder, 'database.key'), store);
 */
export async function databaseKey(path: string, store: OsKeyStore): Promise<Uint8Array> {
  const wrapped = await readFile(path, 'utf8').catch(nullIfAbsent);
  if (wrapped !== null) {
    const key = await store.unwrap(wrapped);
    if (key === null) throw new DeviceKeyLostError('The key of the data on this laptop can’t be opened');
    return Buffer.from(key, 'base64');
  }
  const key = newDatabaseKey();
  await writeDurably(path, await store.wrap(Buffer.from(key).toString('base64')));
  return key;
}

/** Whose passphrase opens the key. Their names stand on the lock screen while the database is closed. */
export interface KeyHolder {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const fileSchema = z.record(
  z.string(),
  z.object({ name: z.string(), email: z.string(), sealed: z.string() }),
);

/** The key under the passphrase of each person, in a file. */
export interface PassphraseKeys {
  /** By name; none before the first sign-in. */
  holders(): Promise<readonly KeyHolder[]>;
  /** Null for a wrong passphrase. */
  open(userId: string, passphrase: string): Promise<Uint8Array | null>;
  /** Resolves when the person's passphrase opens the key from now on, also after a power loss. */
  keep(key: Uint8Array, holder: KeyHolder, passphrase: string): Promise<void>;
  forget(userId: string): Promise<void>;
}

/**
 * The keys of the file at `path`.
 *
 * @example
 * const key = await passphraseKeys(join(folder, 'database-keys.json'), derive).open(userId, passphrase);
 */
export function passphraseKeys(path: string, derive: DeriveKey): PassphraseKeys {
  const read = async (): Promise<z.infer<typeof fileSchema>> => {
    const text = await readFile(path, 'utf8').catch(nullIfAbsent);
    return text === null ? {} : fileSchema.parse(JSON.parse(text));
  };
  return {
    holders: async () =>
      Object.entries(await read())
        .map(([id, { name, email }]) => ({ id, name, email }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    open: async (userId, passphrase) => {
      const sealed = (await read())[userId]?.sealed;
      const text = sealed === undefined ? null : await unsealText(sealed, passphrase, derive);
      return text === null ? null : Buffer.from(text, 'base64');
    },
    keep: async (key, { id, name, email }, passphrase) => {
      const sealed = await sealText(Buffer.from(key).toString('base64'), passphrase, derive);
      await writeDurably(path, JSON.stringify({ ...(await read()), [id]: { name, email, sealed } }));
    },
    forget: async (userId) => {
      const { [userId]: _, ...others } = await read();
      await writeDurably(path, JSON.stringify(others));
    },
  };
}

function nullIfAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
