import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64 } from '@wellpulse/offline';
import { AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY, getItemAsync, setItemAsync } from 'expo-secure-store';
import { cipherOf } from './cipher.ts';
import type { DeviceKey } from '../ports.ts';
import { random } from './random.ts';

const NAME = 'device-key';
const KEY_BYTES = 32;

/**
 * The key of this phone, in its keystore. It asks for no finger: syncing in the background needs it. It is there from the first unlocking
 * after a restart on, and never on another phone.
 */
export async function openDeviceKey(): Promise<DeviceKey> {
  const options = { keychainAccessible: AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY };
  const kept = await getItemAsync(NAME, options);
  const key = kept === null ? random(KEY_BYTES) : fromBase64(kept);
  if (kept === null) await setItemAsync(NAME, toBase64(key), options);
  const keyFor = (use: string): Uint8Array =>
    hkdf(sha256, key, undefined, new TextEncoder().encode(use), KEY_BYTES);
  return {
    cipher: await cipherOf(keyFor('wellpulse texts and photos')),
    databaseKey: keyFor('wellpulse database'),
  };
}
