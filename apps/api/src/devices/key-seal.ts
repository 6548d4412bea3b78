/** Keeps devices' signing keys sealed (AES-256-GCM), so that a copy of the database alone can't forge an entry. */
import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { SETTINGS, type Settings } from '../config/settings.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

@Injectable()
export class KeySeal {
  readonly #secret: Buffer;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.#secret = Buffer.from(
      hkdfSync('sha256', settings.jwtSecret, 'wellpulse', 'device signing keys', 32),
    );
  }

  /** The device's id is part of the seal: a key moved to another device's row does not open. */
  seal(key: Uint8Array, deviceId: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#secret, nonce).setAAD(Buffer.from(deviceId));
    const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Null if it was sealed with another secret: the device then has to register again. */
  open(sealed: Buffer, deviceId: string): Uint8Array | null {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#secret, sealed.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(deviceId))
        .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      return null;
    }
  }
}
