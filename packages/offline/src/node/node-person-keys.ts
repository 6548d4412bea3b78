/**
 * Signing keys in a file that only the owner of the account can read. With a secret each person's keys are wrapped besides: a slow
 * function makes a key of the secret, AES-256-GCM wraps with that. A platform may wrap what results once more.
 */
import { scrypt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { signatureOf } from '../events/sign-event.ts';
import { OfflineError } from '../offline-error.ts';
import type { PersonKeys } from '../ports/person-keys.ts';
import { sealText, unsealText, type DeriveKey } from './files/sealed-text.ts';
import { writeDurably } from './files/write-durably.ts';

/** The protocol's least for a device without a key store. */
const LEAST_PASSPHRASE = 8;
const COST = { N: 1 << 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const keysSchema = z.array(z.string());
/** Set where the server ended them: they sign nothing more, and tell what was signed once there is a new one. */
const isEnded = z.literal(true).optional();
const fileSchema = z.record(
  z.string(),
  z.union([z.object({ plain: keysSchema, isEnded }), z.object({ sealed: z.string(), isEnded })]),
);
type KeyFile = z.infer<typeof fileSchema>;

interface OpenKeys {
  /** The present one first, in base64. */
  readonly keys: readonly string[];
  /** Null where they are not wrapped. */
  readonly passphrase: string | null;
}

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
  const open = new Map<string, OpenKeys>();

  async function unlock(userId: string, passphrase: string | null): Promise<boolean> {
    const kept = (await readKeys(path))[userId];
    if (kept === undefined) return false;
    const keys = 'plain' in kept ? kept.plain : await unseal(wrapping, kept.sealed, passphrase);
    if (keys === null) return false;
    open.set(userId, { keys, passphrase: 'plain' in kept ? null : passphrase });
    return true;
  }

  return {
    keep: async (userId, signingKey, secret) => {
      requireLong(secret, wrapping.leastSecret);
      const file = await readKeys(path);
      const isOpen = open.has(userId) || (await unlock(userId, secret ?? null));
      if (file[userId] !== undefined && !isOpen && secret === undefined) return false;
      const before = open.get(userId);
      const passphrase = secret ?? before?.passphrase ?? null;
      // Under a new passphrase nobody can open what the forgotten one wrapped: those keys verify at the server only.
      const keys = [signingKey, ...(before?.keys ?? [])];
      if (passphrase === null && !wrapping.mayLackSecret) return false;
      const kept = passphrase === null ? { plain: keys } : { sealed: await seal(wrapping, keys, passphrase) };
      await writeDurably(path, JSON.stringify({ ...file, [userId]: kept }));
      open.set(userId, { keys, passphrase });
      return true;
    },
    unlock: async (userId, secret) => {
      const isOver = (await readKeys(path))[userId]?.isEnded === true;
      return !isOver && unlock(userId, secret ?? null);
    },
    lock: async () => {
      open.clear();
    },
    sign: async (userId, text) => {
      const [key] = open.get(userId)?.keys ?? [];
      return key === undefined ? null : signatureOf(text, key);
    },
    madeSignature: async (userId, text, signature) =>
      (open.get(userId)?.keys ?? []).some((key) => signatureOf(text, key) === signature),
    end: async () => {
      open.clear();
      const kept = Object.entries(await readKeys(path));
      const ended = kept.map(([userId, keys]) => [userId, { ...keys, isEnded: true }] as const);
      await writeDurably(path, JSON.stringify(Object.fromEntries(ended)));
    },
    clear: async () => {
      open.clear();
      await writeDurably(path, '{}');
    },
  };
}

function requireLong(secret: string | undefined, least: number): void {
  if (secret !== undefined && secret.length < least) throw new OfflineError({ code: 'WEAK_SECRET', least });
}

async function readKeys(path: string): Promise<KeyFile> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
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

const seal = async (
  { derive, wrap }: KeyWrapping,
  keys: readonly string[],
  secret: string,
): Promise<string> => wrap(await sealText(JSON.stringify(keys), secret, derive));

/** Null for a wrong secret. */
async function unseal(
  { derive, unwrap }: KeyWrapping,
  wrapped: string,
  secret: string | null,
): Promise<string[] | null> {
  const sealed = secret === null ? null : await unwrap(wrapped);
  if (secret === null || sealed === null) return null;
  const text = await unsealText(sealed, secret, derive);
  return text === null ? null : (keysSchema.safeParse(JSON.parse(text)).data ?? null);
}
