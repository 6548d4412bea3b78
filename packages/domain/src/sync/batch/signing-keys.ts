/** Which keys prove a person's hand on a device (docs/sync-protocol.md, "1. Sign in and register the device"). */
import { FORMER_KEY_DAYS } from '@wellpulse/contracts';
import { DAY_MS } from '../../calendar.ts';

/** When a person's key on a device came to an end; instants in UTC. */
export interface KeyEnd {
  /** When the person got the next key on the device, or the device retired; null for the present key. */
  readonly replacedAt: string | null;
  /** When the device was revoked or its keys were ended; null if neither happened. */
  readonly endedAt: string | null;
}

/**
 * The key after its person got the next one on the device, or the device retired. The first time counts.
 *
 * @example
 * const former = replacedKey(key, now);
 */
export const replacedKey = <Key extends KeyEnd>(key: Key, at: string): Key => ({
  ...key,
  replacedAt: key.replacedAt ?? at,
});

/**
 * The key after its device was revoked. It stays ended when the device comes back.
 *
 * @example
 * const ended = endedKey(key, now);
 */
export const endedKey = <Key extends KeyEnd>(key: Key, at: string): Key => ({
  ...key,
  endedAt: key.endedAt ?? at,
});

const FORMER_KEY_MS = FORMER_KEY_DAYS * DAY_MS;

/**
 * Whether a key proves who signed what arrives at `receivedAt`. A replaced key does so for `FORMER_KEY_DAYS` days more, since
 * entries wait on devices. An ended key proves nothing: it may be in wrong hands.
 *
 * @example
 * isGoodKey({ replacedAt: null, endedAt: null }, '2025-10-20T12:00:00.000Z'); // true
 */
export const isGoodKey = ({ replacedAt, endedAt }: KeyEnd, receivedAt: string): boolean =>
  endedAt === null &&
  (replacedAt === null || Date.parse(receivedAt) - Date.parse(replacedAt) < FORMER_KEY_MS);
