import { PROTOCOL_VERSION, type SignedEvent } from '@wellpulse/contracts';

/** Entries are taken from every app that was ever released: they must not be lost because it was not updated. */
const OLDEST_BATCH = 2;

/** The version of an event that names none. */
const UNNAMED_PROTOCOL = 2;

/**
 * The version of the protocol in which an event was written.
 *
 * @example
 * protocolOf({ protocol: 3 }); // 3
 * protocolOf({}); // 2
 */
export const protocolOf = ({ protocol }: Pick<SignedEvent, 'protocol'>): number =>
  protocol ?? UNNAMED_PROTOCOL;

/**
 * Whether a request is written in a version of the protocol that the server takes no more. `given` is what its header says; without
 * one, or with one that is no version, it is judged as version 2. A higher version than the server's is fine.
 *
 * @example
 * isProtocolTooOld('2', false, 4); // true
 * isProtocolTooOld('2', true, 4); // false
 */
export function isProtocolTooOld(
  given: string | undefined,
  isBatch: boolean,
  known = PROTOCOL_VERSION,
): boolean {
  const version = /^[0-9]{1,6}$/.test(given ?? '') ? Number(given) : 2;
  const isCurrent = version >= known - 1;
  return !isCurrent && !(isBatch && version >= OLDEST_BATCH);
}
