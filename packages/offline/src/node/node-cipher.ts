import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Cipher } from '../ports/cipher.ts';

const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;

/**
 * Seals with a key of 32 bytes, by OpenSSL.
 *
 * @example
 * const files = sealedPhotoFiles(folderOfPhotos, { cipher: nodeCipher(key), random: randomBytes });
 */
export const nodeCipher = (key: Uint8Array): Cipher => ({
  seal: async (nonce, bytes) => {
    const cipher = createCipheriv(CIPHER, key, nonce);
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  },
  unseal: async (nonce, sealed) => {
    const end = sealed.length - TAG_BYTES;
    if (end < 0) return null;
    const cipher = createDecipheriv(CIPHER, key, nonce);
    cipher.setAuthTag(sealed.subarray(end));
    try {
      return Buffer.concat([cipher.update(sealed.subarray(0, end)), cipher.final()]);
    } catch {
      return null;
    }
  },
});
