/**
 * The signing key of each person on this device (docs/sync-protocol.md, section 1). A platform wraps each key so that nobody
 * else at the device can sign with it: by its key store, and by the person's PIN or passphrase. Former keys are kept: they tell
 * what their person signed.
 */
export interface PersonKeys {
  /**
   * Keeps a person's new key, 32 bytes in base64, and leaves it open. Resolves when the key is durable. False if the key can't
   * be wrapped now, because the person is not here to give their secret: the former key stays the present one.
   */
  keep(userId: string, signingKey: string, secret?: string): Promise<boolean>;
  /** Opens a person's key. False if the secret is wrong or missing, or the person has no key here. */
  unlock(userId: string, secret?: string): Promise<boolean>;
  /** Closes all keys. */
  lock(): Promise<void>;
  /** Lower-case hex of HMAC-SHA-256 with the person's present key; null while that is closed. */
  sign(userId: string, text: string): Promise<string | null>;
  /** Whether one of the person's keys, present or former, made the signature. False while the keys are closed. */
  madeSignature(userId: string, text: string, signature: string): Promise<boolean>;
  /**
   * The server ended all keys of this device: none signs any more, and none opens. Once a person has a new one, their former
   * keys tell again what they signed. Resolves when that is durable.
   */
  end(): Promise<void>;
  /** Forgets all keys: the device is emptied, or was lost. */
  clear(): Promise<void>;
}
