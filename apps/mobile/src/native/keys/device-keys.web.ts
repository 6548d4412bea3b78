import { cipherWith, newHiddenKey } from './cipher.web.ts';
import { readKept, writeKept } from '../storage/indexed-db.web.ts';
import type { DeviceKey, DeviceKeys } from '../ports.ts';

const NAME = 'device-key';

/** The key of this browser. It seals here and leaves the browser never. */
export const deviceKeys: DeviceKeys = {
  kept: async () => {
    const kept = await readKept(NAME);
    return kept instanceof CryptoKey ? keyOf(kept) : null;
  },
  make: async () => {
    const key = await newHiddenKey();
    await writeKept(NAME, key);
    return keyOf(key);
  },
};

// SQLite in a browser takes `PRAGMA key` and ignores it.
const keyOf = (key: CryptoKey): DeviceKey => ({ cipher: cipherWith(key), databaseKey: null });
