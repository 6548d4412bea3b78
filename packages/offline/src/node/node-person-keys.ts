/**
 * Signing keys in a file that only the owner of the account can read. A slow function makes a key of the person's secret, AES-256-GCM seals
 * with that. A platform may wrap what results once more.
 */
import { scrypt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { keptPersonKeys } from '../events/kept-person-keys.ts';
import type { PersonKeys } from '../ports/person-keys.ts';
import { sealText, unsealText, type DeriveKey } from './files/sealed-text.ts';
import { writeDurably } from './files/write-durably.ts';

/** The protocol's least for a device without a key store. */
const LEAST_PASSPHRASE = 8;
const COST = { N: 1 << 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** How a platform wraps the keys of a person. */
export interface KeyWrapping {
  /** How many characters a secret must have. */
  readonly leastSecret: number;
  /** Whether a key may stand in the file without a secret. */
  readonly mayLackSecret: boolean;
  /** 32 bytes of a secret and 16 bytes of salt. It takes long on purpose. */
  readonly derive: DeriveKey;
  /** The platform's own wrapping around the person's, such as its key store. */
  readonly wrap: (sealed: string) => Promise<string>;
  /** Null where the platform does not open it any more. */
  readonly unwrap: (wrapped: string) => Promise<string | null>;
}

const PASSPHRASE_ONLY: KeyWrapping = {
  leastSecret: LEAST_PASSPHRASE,
  mayLackSecret: true,
  derive: deriveByScrypt,
  wrap: async (sealed) => sealed,
  unwrap: async (wrapped) => wrapped,
};

/**
 * The signing keys of a device's people in the file at `path`. It is made with the first key. A secret that is too short throws
 * `WEAK_SECRET`. Without a wrapping a passphrase is all that wraps, and it may be missing.
 *
 * @example
 * const keys = nodePersonKeys('./truck-7/keys.json');
 * await keys.unlock(userId, passphrase); // false: there is no such key, or the passphrase is another one
 */
export function nodePersonKeys(path: string, wrapping: KeyWrapping = PASSPHRASE_ONLY): PersonKeys {
  const { leastSecret, mayLackSecret, derive, wrap, unwrap } = wrapping;
  return keptPersonKeys(
    { read: () => readIfThere(path), write: (text) => writeDurably(path, text) },
    {
      leastSecret,
      mayLackSecret,
      seal: async (text, secret) => wrap(await sealText(text, secret, derive)),
      unseal: async (wrapped, secret) => {
        const sealed = await unwrap(wrapped);
        return sealed === null ? null : unsealText(sealed, secret, derive);
      },
    },
  );
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function deriveByScrypt(secret: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, COST, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
