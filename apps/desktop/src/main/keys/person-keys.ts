import { nodePersonKeys, type KeyWrapping } from '@wellpulse/offline/node';
import type { PersonKeys } from '@wellpulse/offline';
import type { OsKeyStore } from './os-key-store.ts';

/** Where the system's store wraps as well, a PIN is enough: nobody can try one without this account. */
const LEAST_PIN = 4;
/** The protocol's least for a device without a key store. */
const LEAST_PASSPHRASE = 8;

/**
 * Signing keys that only their person opens: wrapped by their PIN or passphrase, and by the system's store. `store` is null where the
 * system has none that is safe: then the passphrase alone wraps, and must be longer.
 *
 * @example
 * const keys = laptopPersonKeys(join(folder, 'keys.json'), store, derive);
 */
export function laptopPersonKeys(
  path: string,
  store: OsKeyStore | null,
  derive: KeyWrapping['derive'],
): PersonKeys {
  return nodePersonKeys(path, {
    leastSecret: store !== null ? LEAST_PIN : LEAST_PASSPHRASE,
    mayLackSecret: false,
    derive,
    wrap: async (sealed) => (store === null ? sealed : store.wrap(sealed)),
    unwrap: async (wrapped) => (store === null ? wrapped : store.unwrap(wrapped)),
  });
}
