/** AES-256-GCM under one key, by the platform's own code: in JavaScript a photo takes seconds. A nonce has 12 bytes, and serves once for each key. */
export interface Cipher {
  /** The sealed bytes, with their tag of 16 bytes at the end. */
  seal(nonce: Uint8Array, bytes: Uint8Array): Promise<Uint8Array>;
  /** Null for what was not sealed with this key and nonce. */
  unseal(nonce: Uint8Array, sealed: Uint8Array): Promise<Uint8Array | null>;
}
