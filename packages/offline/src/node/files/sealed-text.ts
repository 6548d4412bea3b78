/** A short text under a secret that a person remembers: a slow function makes a key of it, AES-256-GCM seals with that. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Makes 32 bytes of a secret and 16 bytes of salt. It takes long on purpose. */
export type DeriveKey = (secret: string, salt: Uint8Array) => Promise<Uint8Array>;

/**
 * The text sealed, in base64. The secret may be typed on another keyboard next time, so its letters are put into one form.
 *
 * @example
 * const sealed = await sealText(key, passphrase, deriveByArgon2);
 */
export async function sealText(text: string, secret: string, derive: DeriveKey): Promise<string> {
  const [salt, nonce] = [randomBytes(SALT_BYTES), randomBytes(NONCE_BYTES)];
  const cipher = createCipheriv(CIPHER, await derive(secret.normalize('NFC'), salt), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/**
 * Null for a wrong secret, and for what is no such text.
 *
 * @example
 * const key = await unsealText(sealed, passphrase, deriveByArgon2);
 */
export async function unsealText(sealed: string, secret: string, derive: DeriveKey): Promise<string | null> {
  const bytes = Buffer.from(sealed, 'base64');
  const nonceAt = SALT_BYTES + NONCE_BYTES;
  if (bytes.length < nonceAt + TAG_BYTES) return null;
  const key = await derive(secret.normalize('NFC'), bytes.subarray(0, SALT_BYTES));
  const cipher = createDecipheriv(CIPHER, key, bytes.subarray(SALT_BYTES, nonceAt));
  cipher.setAuthTag(bytes.subarray(nonceAt, nonceAt + TAG_BYTES));
  try {
    const plain = Buffer.concat([cipher.update(bytes.subarray(nonceAt + TAG_BYTES)), cipher.final()]);
    return plain.toString('utf8');
  } catch {
    return null;
  }
}
