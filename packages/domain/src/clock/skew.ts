/** How far a device's clock is off. */

/**
 * Milliseconds to add to what the device's clock said.
 *
 * @example
 * skewOf('2025-10-20T12:00:00.000Z', '2025-10-20T12:00:05.000Z'); // 5000
 */
export const skewOf = (sentAt: string, receivedAt: string): number =>
  Date.parse(receivedAt) - Date.parse(sentAt);
