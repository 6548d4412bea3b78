import { argon2id } from 'hash-wasm';
import type { Secrets } from '../ports.ts';

/** As on the laptop: RFC 9106, second choice, at 64 MiB. */
const COST = { iterations: 3, memorySize: 64 * 1024, parallelism: 1, hashLength: 32 } as const;

export const secrets: Secrets = {
  // Whoever has the browser's files may find its key there: only the passphrase is left then.
  least: 8,
  derive: (secret, salt) => argon2id({ ...COST, password: secret, salt, outputType: 'binary' }),
};
