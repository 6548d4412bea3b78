/** What every cipher must do. Each platform's tests call this with a way to make one from a key of 32 bytes. */
import { describe, expect, test } from 'vitest';
import type { Cipher } from '../ports/cipher.ts';

const KEY = new Uint8Array(32).fill(7);
const NONCE = new Uint8Array(12).fill(1);
const PLAIN = Uint8Array.of(4, 7, 1, 1, 255, 0);
/** Made by OpenSSL with this key and nonce: what one platform seals, each other opens. */
const SEALED = '72e688b66fbf46d316820f157471d4a4b7bb1236492a';

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function describeCipher(name: string, cipherOf: (key: Uint8Array) => Cipher | Promise<Cipher>): void {
  describe(`${name} as a cipher`, () => {
    test('seals as each other platform does, and opens it again', async () => {
      const cipher = await cipherOf(KEY);
      const sealed = await cipher.seal(NONCE, PLAIN);
      expect(hexOf(sealed)).toBe(SEALED);
      expect(hexOf((await cipher.unseal(NONCE, sealed)) ?? NONCE)).toBe(hexOf(PLAIN));
    });

    test('seals nothing, too', async () => {
      const cipher = await cipherOf(KEY);
      const sealed = await cipher.seal(NONCE, new Uint8Array());
      expect([sealed.length, (await cipher.unseal(NONCE, sealed))?.length]).toEqual([16, 0]);
    });

    test('opens nothing with another key or nonce, nor what was changed or cut off', async () => {
      const cipher = await cipherOf(KEY);
      const sealed = await cipher.seal(NONCE, PLAIN);
      const other = await cipherOf(new Uint8Array(32).fill(8));
      expect(await other.unseal(NONCE, sealed)).toBeNull();
      expect(await cipher.unseal(new Uint8Array(12).fill(2), sealed)).toBeNull();
      expect(
        await cipher.unseal(
          NONCE,
          sealed.map((byte, at) => (at === 0 ? byte ^ 1 : byte)),
        ),
      ).toBeNull();
      expect(await cipher.unseal(NONCE, sealed.slice(0, -1))).toBeNull();
      expect(await cipher.unseal(NONCE, sealed.slice(0, 5))).toBeNull();
    });
  });
}
