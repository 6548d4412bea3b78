/** Makes a key of a PIN or passphrase, slowly: argon2id by the figures of RFC 9106, second choice, at 64 MiB. */
import { argon2id } from 'hash-wasm';

const COST = { iterations: 3, memorySize: 64 * 1024, parallelism: 1, hashLength: 32 } as const;

/**
 * 32 bytes of a secret and a salt of 16 bytes. It takes some tenths of a second, so a program does it in a worker.
 *
 * @example
 * const key = await deriveByArgon2('4711', salt);
 */
export const deriveByArgon2 = (secret: string, salt: Uint8Array): Promise<Uint8Array> =>
  argon2id({ ...COST, password: secret, salt, outputType: 'binary' });
