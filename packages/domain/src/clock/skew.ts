/** How far a device's clock is off. */

/**
 * Milliseconds to add to what the device's clock said.
 *
 * @example
 * skewOf('2025-10-20T12:00:00.000Z', '2025-10-20T12:00:05.000Z'); // 5000
 */
export const skewOf = (sentAt: string, receivedAt: string): number =>
  Date.parse(receivedAt) - Date.parse(sentAt);

/** Nearer than that, only readings around midnight can go to another day. */
const TOLERATED_MS = 10 * 60_000;

/**
 * Whether a device's clock is so far off that its person should set it right. `offset` is the server's time less the device's, in
 * milliseconds; null while it is not known. By the clock, a device says what day it is: entries of another day are refused, or stand where
 * nobody looks for them.
 *
 * @example
 * isWrongClock(-86_400_000); // true
 * isWrongClock(2000); // false
 */
export const isWrongClock = (offset: number | null): offset is number =>
  offset !== null && Math.abs(offset) > TOLERATED_MS;
