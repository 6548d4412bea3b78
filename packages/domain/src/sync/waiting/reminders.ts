/** When a person is told that entries have waited for too long. */

/** A shift: after that somebody should look for a network. */
const SHIFT_MS = 8 * 60 * 60_000;

/**
 * Whether something has waited for a whole shift.
 *
 * @param waitingSince when the oldest of it was made, RFC 3339; null for nothing
 * @param now in milliseconds
 * @example
 * hasWaitedAShift('2025-10-20T06:00:00.000Z', Date.parse('2025-10-20T14:00:00.000Z')); // true
 */
export const hasWaitedAShift = (waitingSince: string | null, now: number): boolean =>
  waitingSince !== null && now - Date.parse(waitingSince) >= SHIFT_MS;

/**
 * When to say so next, in milliseconds: at the end of each shift for which something waits. Null where nothing does. It follows from when
 * waiting began, so nobody has to remember what was said before.
 *
 * @param waitingSince when the oldest of it was made, RFC 3339; null for nothing
 * @param now in milliseconds
 * @example
 * nextReminder('1970-01-01T00:00:00.000Z', 0); // 28800000
 */
export function nextReminder(waitingSince: string | null, now: number): number | null {
  if (waitingSince === null) return null;
  const since = Date.parse(waitingSince);
  // A clock that was set back does not bring a reminder before the first shift is over.
  const shifts = Math.max(1, Math.floor((now - since) / SHIFT_MS) + 1);
  return since + shifts * SHIFT_MS;
}
