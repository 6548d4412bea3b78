/** Small texts under the device's key, and those of a person under their PIN or passphrase besides (ADR 108). */
import { fromBase64, toBase64, type Cipher, type KeySealing, type KeyText } from '@wellpulse/offline';
import type { Secrets, Texts } from '../native/ports.ts';

const NONCE_BYTES = 12;
const SALT_BYTES = 16;

/** What sealing takes of the platform. */
export interface Sealer {
  readonly cipher: Cipher;
  readonly cipherOf: (key: Uint8Array) => Promise<Cipher>;
  readonly random: (bytes: number) => Uint8Array;
}

/** A text of the platform that stands there as it is. */
export const textOf = (texts: Texts, name: string): KeyText => ({
  read: () => texts.read(name),
  write: (text) => texts.write(name, text),
});

/**
 * A text of the platform that stands there sealed by the device's key. What was sealed by another key reads as null.
 *
 * @example
 * const keys = keptPersonKeys(sealedText(texts, 'keys', sealer), personSealing(secrets, sealer));
 */
export const sealedText = (texts: Texts, name: string, { cipher, random }: Sealer): KeyText => ({
  read: async () => {
    const sealed = await texts.read(name);
    const bytes = sealed === null ? null : await unsealed(cipher, fromBase64(sealed));
    return bytes === null ? null : new TextDecoder().decode(bytes);
  },
  write: async (text) => {
    await texts.write(name, toBase64(await sealed(cipher, random, new TextEncoder().encode(text))));
  },
});

/** Seals what belongs to a person by their PIN or passphrase. The text that holds it is sealed by the device's key. */
export const personSealing = (
  { least, derive }: Secrets,
  { cipherOf, random }: Pick<Sealer, 'cipherOf' | 'random'>,
): KeySealing => ({
  leastSecret: least,
  mayLackSecret: false,
  seal: async (text, secret) => {
    const salt = random(SALT_BYTES);
    // It may be typed on another keyboard next time: its letters are put into one form.
    const cipher = await cipherOf(await derive(secret.normalize('NFC'), salt));
    return toBase64(joined(salt, await sealed(cipher, random, new TextEncoder().encode(text))));
  },
  unseal: async (text, secret) => {
    const bytes = fromBase64(text);
    const cipher = await cipherOf(await derive(secret.normalize('NFC'), bytes.slice(0, SALT_BYTES)));
    const plain = await unsealed(cipher, bytes.slice(SALT_BYTES));
    return plain === null ? null : new TextDecoder().decode(plain);
  },
});

/** What a cipher made of bytes, behind the nonce that it made it with. */
export async function sealed(
  cipher: Cipher,
  random: Sealer['random'],
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const nonce = random(NONCE_BYTES);
  return joined(nonce, await cipher.seal(nonce, bytes));
}

/** Null for what another key has sealed. */
export const unsealed = (cipher: Cipher, bytes: Uint8Array): Promise<Uint8Array | null> =>
  cipher.unseal(bytes.slice(0, NONCE_BYTES), bytes.slice(NONCE_BYTES));

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
