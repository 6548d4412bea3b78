import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { OsKeyStore } from './os-key-store.ts';

/** A store whose secret lives as long as the object, as that of an account that is deleted. */
export function storeInMemory(): OsKeyStore {
  const key = randomBytes(32);
  return {
    wrap: async (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    unwrap: async (wrapped) => {
      const bytes = Buffer.from(wrapped, 'base64');
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
