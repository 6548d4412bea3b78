import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64 } from '@wellpulse/offline';
import { AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY, getItemAsync, setItemAsync } from 'expo-secure-store';
import { cipherOf } from './cipher.ts';
import type { DeviceKey, DeviceKeys } from '../ports.ts';
import { random } from './random.ts';

const NAME = 'device-key';
const KEY_BYTES = 32;
const OPTIONS = { keychainAccessible: AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY };

/**
 * The key of this phone, in its keystore. It asks for no finger: syncing in the background needs it. It is there from the first unlocking
 * after a restart on, and never on another phone. Android gives none where its keystore was emptied or damaged.
 */
export const deviceKeys: DeviceKeys = {
  kept: async () => {
    const kept = await getItemAsync(NAME, OPTIONS);
    return kept === null ? null : keyOf(fromBase64(kept));
  },
  make: async () => {
    const key = random(KEY_BYTES);
    await setItemAsync(NAME, toBase64(key), OPTIONS);
    return keyOf(key);
  },
};

async function keyOf(key: Uint8Array): Promise<DeviceKey> {
  const keyFor = (use: string): Uint8Array =>
    hkdf(sha256, key, undefined, new TextEncoder().encode(use), KEY_BYTES);
  return {
    cipher: await cipherOf(keyFor('wellpulse texts and photos')),
    databaseKey: keyFor('wellpulse database'),
  };
}
