import { aesDecryptAsync, AESEncryptionKey, aesEncryptAsync, AESSealedData } from 'expo-crypto';
import type { Cipher } from '@wellpulse/offline';

const TAG_BYTES = 16;

/** Seals with a key of 32 bytes, by the phone's own AES: JavaScript would take seconds for a photo. */
export async function cipherOf(key: Uint8Array): Promise<Cipher> {
  const own = await AESEncryptionKey.import(key);
  return {
    seal: async (nonce, bytes) => {
      const sealed = await aesEncryptAsync(bytes, own, { nonce: { bytes: nonce } });
      return sealed.ciphertext({ includeTag: true, encoding: 'bytes' });
    },
    unseal: async (nonce, sealed) => {
      try {
        return await aesDecryptAsync(AESSealedData.fromParts(nonce, sealed, TAG_BYTES), own);
      } catch {
        return null;
      }
    },
  };
}
