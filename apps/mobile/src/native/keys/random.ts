import { getRandomBytes } from 'expo-crypto';

/** Cryptographically secure random bytes. */
export const random = (bytes: number): Uint8Array => getRandomBytes(bytes);
