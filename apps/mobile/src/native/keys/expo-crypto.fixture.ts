/** As much of expo-crypto as the app uses, over Node's own, with the habits of Expo's. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const AES = 'aes-256-gcm';
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const MOST_RANDOM_BYTES = 1024;

export function getRandomBytes(bytes: number): Uint8Array {
  if (!(bytes >= 0 && bytes <= MOST_RANDOM_BYTES)) {
    throw new TypeError(`expected a valid number from range 0...${String(MOST_RANDOM_BYTES)}`);
  }
  return new Uint8Array(randomBytes(bytes));
}

export class AESEncryptionKey {
  readonly key: Uint8Array;

  private constructor(key: Uint8Array) {
    this.key = key;
  }
  static async import(key: Uint8Array): Promise<AESEncryptionKey> {
    if (key.length !== KEY_BYTES) throw new Error(`A key of ${String(key.length)} bytes`);
    return new AESEncryptionKey(key.slice());
  }
}

export class AESSealedData {
  readonly nonce: Uint8Array;
  /** With its tag at the end. */
  readonly sealed: Uint8Array;

  private constructor(nonce: Uint8Array, sealed: Uint8Array) {
    this.nonce = nonce;
    this.sealed = sealed;
  }
  static fromParts(nonce: Uint8Array, sealed: Uint8Array, tagLength: number): AESSealedData {
    if (tagLength !== TAG_BYTES || sealed.length < tagLength) throw new Error('Invalid sealed data');
    return new AESSealedData(nonce.slice(), sealed.slice());
  }
  /** A text in base64, and without the tag, unless something else is asked for. */
  async ciphertext({ includeTag = false, encoding = 'base64' } = {}): Promise<Uint8Array | string> {
    const bytes = includeTag ? this.sealed : this.sealed.subarray(0, -TAG_BYTES);
    return encoding === 'bytes' ? bytes.slice() : Buffer.from(bytes).toString('base64');
  }
}

interface How {
  readonly nonce: { readonly bytes: Uint8Array };
}

export async function aesEncryptAsync(
  bytes: Uint8Array,
  { key }: AESEncryptionKey,
  { nonce }: How,
): Promise<AESSealedData> {
  const cipher = createCipheriv(AES, key, nonce.bytes);
  const parts = [cipher.update(bytes), cipher.final(), cipher.getAuthTag()];
  return AESSealedData.fromParts(nonce.bytes, Buffer.concat(parts), TAG_BYTES);
}

export async function aesDecryptAsync(
  { nonce, sealed }: AESSealedData,
  { key }: AESEncryptionKey,
): Promise<Uint8Array> {
  const cipher = createDecipheriv(AES, key, nonce);
  cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const parts = [cipher.update(sealed.subarray(0, -TAG_BYTES)), cipher.final()];
  return new Uint8Array(Buffer.concat(parts));
}
