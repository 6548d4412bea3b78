/**
 * Signing keys in one text that a platform keeps. With a secret each person's keys are sealed besides: the platform seals, by its key
 * store, by the person's PIN or passphrase, or by both.
 */
import { z } from 'zod';
import { Mutex } from '../lib/mutex.ts';
import { OfflineError } from '../offline-error.ts';
import type { PersonKeys } from '../ports/person-keys.ts';
import { signatureOf } from './sign-event.ts';

const keysSchema = z.array(z.string());
/** Set where the server ended them: they sign nothing more, and tell what was signed once there is a new one. */
const isEnded = z.literal(true).optional();
const textSchema = z.record(
  z.string(),
  z.union([z.object({ plain: keysSchema, isEnded }), z.object({ sealed: z.string(), isEnded })]),
);
type KeptKeys = z.infer<typeof textSchema>;

interface OpenKeys {
  /** The present one first, in base64. */
  readonly keys: readonly string[];
  /** Null where they are not sealed. */
  readonly secret: string | null;
}

/** Where the text stands. */
export interface KeyText {
  /** Null before the first `write`. */
  read(): Promise<string | null>;
  /** Resolves when the text is durable. */
  write(text: string): Promise<void>;
}

/** How a platform seals the keys of a person. */
export interface KeySealing {
  /** How many characters a secret must have. */
  readonly leastSecret: number;
  /** Whether a key may stand in the text without a secret. */
  readonly mayLackSecret: boolean;
  seal(text: string, secret: string): Promise<string>;
  /** Null for a wrong secret, and where the platform does not open it any more. */
  unseal(sealed: string, secret: string): Promise<string | null>;
}

/**
 * The signing keys of a device's people. A secret that is too short throws `WEAK_SECRET`.
 *
 * @example
 * const keys = keptPersonKeys(textOfVault, sealing);
 * await keys.unlock(userId, passphrase); // false: there is no such key, or the passphrase is another one
 */
export function keptPersonKeys(text: KeyText, sealing: KeySealing): PersonKeys {
  const open = new Map<string, OpenKeys>();
  // Sealing takes a second: what reads the text and writes it does so alone, or one change would undo another.
  const changes = new Mutex();

  async function read(): Promise<KeptKeys> {
    const kept = await text.read();
    return kept === null ? {} : textSchema.parse(JSON.parse(kept));
  }

  async function unlock(userId: string, secret: string | null): Promise<boolean> {
    const kept = (await read())[userId];
    if (kept === undefined) return false;
    const keys = 'plain' in kept ? kept.plain : await unsealed(sealing, kept.sealed, secret);
    if (keys === null) return false;
    open.set(userId, { keys, secret: 'plain' in kept ? null : secret });
    return true;
  }

  return {
    keep: (userId, signingKey, given) =>
      changes.run(async () => {
        requireLong(given, sealing.leastSecret);
        const all = await read();
        const isOpen = open.has(userId) || (await unlock(userId, given ?? null));
        if (all[userId] !== undefined && !isOpen && given === undefined) return false;
        const before = open.get(userId);
        const secret = given ?? before?.secret ?? null;
        // Under a new secret nobody can open what the forgotten one sealed: those keys verify at the server only.
        const keys = [signingKey, ...(before?.keys ?? [])];
        if (secret === null && !sealing.mayLackSecret) return false;
        const kept =
          secret === null ? { plain: keys } : { sealed: await sealing.seal(JSON.stringify(keys), secret) };
        await text.write(JSON.stringify({ ...all, [userId]: kept }));
        open.set(userId, { keys, secret });
        return true;
      }),
    unlock: async (userId, secret) => {
      const isOver = (await read())[userId]?.isEnded === true;
      return !isOver && unlock(userId, secret ?? null);
    },
    lock: async () => {
      open.clear();
    },
    sign: async (userId, signed) => {
      const [key] = open.get(userId)?.keys ?? [];
      return key === undefined ? null : signatureOf(signed, key);
    },
    madeSignature: async (userId, signed, signature) =>
      (open.get(userId)?.keys ?? []).some((key) => signatureOf(signed, key) === signature),
    end: () => {
      open.clear();
      return changes.run(async () => {
        open.clear();
        const kept = Object.entries(await read());
        const ended = kept.map(([userId, keys]) => [userId, { ...keys, isEnded: true }] as const);
        await text.write(JSON.stringify(Object.fromEntries(ended)));
      });
    },
    clear: () => {
      open.clear();
      return changes.run(async () => {
        open.clear();
        await text.write('{}');
      });
    },
  };
}

function requireLong(secret: string | undefined, least: number): void {
  if (secret !== undefined && secret.length < least) throw new OfflineError({ code: 'WEAK_SECRET', least });
}

async function unsealed(
  sealing: KeySealing,
  sealed: string,
  secret: string | null,
): Promise<string[] | null> {
  const text = secret === null ? null : await sealing.unseal(sealed, secret);
  return text === null ? null : (keysSchema.safeParse(JSON.parse(text)).data ?? null);
}
