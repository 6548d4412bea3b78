import type { Cipher } from '@wellpulse/offline';

const AES = 'AES-GCM';

/** Seals with a key of the browser's own, which may be one that no page can read. */
export const cipherWith = (key: CryptoKey): Cipher => ({
  seal: async (nonce, bytes) =>
    new Uint8Array(await crypto.subtle.encrypt({ name: AES, iv: copyOf(nonce) }, key, copyOf(bytes))),
  unseal: async (nonce, sealed) => {
    try {
      return new Uint8Array(
        await crypto.subtle.decrypt({ name: AES, iv: copyOf(nonce) }, key, copyOf(sealed)),
      );
    } catch {
      return null;
    }
  },
});

/** Seals with a key of 32 bytes. */
export const cipherOf = async (key: Uint8Array): Promise<Cipher> =>
  cipherWith(await crypto.subtle.importKey('raw', copyOf(key), AES, false, ['encrypt', 'decrypt']));

/** A key that this browser keeps and that no page can read. */
export const newHiddenKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: AES, length: 256 }, false, ['encrypt', 'decrypt']);

/** The browser's functions take no memory that threads share. */
const copyOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
