import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, Mutex, toBase64 } from '@wellpulse/offline';
import { AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY, getItemAsync, setItemAsync } from 'expo-secure-store';
import type { Secrets } from '../ports.ts';
import { random } from './random.ts';

const NAME = 'person-key';
const KEY_BYTES = 32;
const OPTIONS = { keychainAccessible: AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY };

/** Of two who ask first at once, one makes the half that both use: nothing opens what another one sealed. */
const turns = new Mutex();

async function halfOfPhone(): Promise<Uint8Array> {
  const kept = await getItemAsync(NAME, OPTIONS);
  if (kept !== null) return fromBase64(kept);
  const half = random(KEY_BYTES);
  await setItemAsync(NAME, toBase64(half), OPTIONS);
  return half;
}

/** A PIN is worth nothing without the phone's keystore, which holds the other half. */
export const secrets: Secrets = {
  least: 4,
  derive: async (secret, salt) => {
    const half = await turns.run(halfOfPhone);
    return hmac.create(sha256, half).update(salt).update(new TextEncoder().encode(secret)).digest();
  },
};
