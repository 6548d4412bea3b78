/** Keeps devices' signing keys sealed (AES-256-GCM), so that a copy of the database alone can't forge an entry. */
import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedSecret } from '../config/derived-secret.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

@Injectable()
export class KeySeal {
  readonly #secret: Buffer;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.#secret = derivedSecret(settings, 'device signing keys');
  }

  /** Where the key belongs is part of the seal: a key that is moved to another row does not open. */
  seal(key: Uint8Array, place: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#secret, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Null if it was sealed with another secret: the person then has to sign in again. */
  open(sealed: Buffer, place: string): Uint8Array | null {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#secret, sealed.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      return null;
    }
  }
}
