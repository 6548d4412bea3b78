import { kept as keptHere, type Kept } from '../storage/indexed-db.web.ts';
import type { DeviceKey, DeviceKeys } from '../ports.ts';
import { cipherWith, newHiddenKey } from './cipher.web.ts';

const NAME = 'device-key';

/** The key of a browser, in its small store. It seals here and leaves the browser never. */
export const deviceKeysIn = (store: Kept): DeviceKeys => ({
  kept: async () => {
    const kept = await store.read(NAME);
    return kept instanceof CryptoKey ? keyOf(kept) : null;
  },
  make: async () => {
    const key = await newHiddenKey();
    await store.write(NAME, key);
    return keyOf(key);
  },
});

export const deviceKeys: DeviceKeys = deviceKeysIn(keptHere);

// SQLite in a browser takes `PRAGMA key` and ignores it.
const keyOf = (key: CryptoKey): DeviceKey => ({ cipher: cipherWith(key), databaseKey: null });
