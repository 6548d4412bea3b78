import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64 } from '@wellpulse/offline';
import { AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY, getItemAsync, setItemAsync } from 'expo-secure-store';
import type { Secrets } from '../ports.ts';
import { random } from './random.ts';

const NAME = 'person-key';
const KEY_BYTES = 32;

/** A PIN is worth nothing without the phone's keystore, which holds the other half. */
export const secrets: Secrets = {
  least: 4,
  derive: async (secret, salt) => {
    const options = { keychainAccessible: AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY };
    const kept = await getItemAsync(NAME, options);
    const half = kept === null ? random(KEY_BYTES) : fromBase64(kept);
    if (kept === null) await setItemAsync(NAME, toBase64(half), options);
    return hmac.create(sha256, half).update(salt).update(new TextEncoder().encode(secret)).digest();
  },
};
