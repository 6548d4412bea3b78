/** Which days a bounded pull brings (docs/sync-protocol.md, "4. Pull"; ADR 46). Server and devices count by the same rule. */
import { addDays } from '../../calendar.ts';

/** So many days of all wells come to everybody, today among them: a pumper can cover for a colleague. */
export const RECENT_DAYS = 8;
/** So many entries of an item's maintenance come with the first pull, the newest ones. */
export const NEWEST_MAINTENANCE = 20;

/**
 * The days of production that a device is sent: the first of all, and the first of the recent ones.
 * `YYYY-MM-DD`.
 */
export interface PullWindow {
  /** The first day of the reader's own wells. */
  readonly firstDay: string;
  /** The first day of all other wells. */
  readonly recentFrom: string;
}

/**
 * The window of a pull that begins on `today` (`YYYY-MM-DD`, in the tenant's time zone) and asks for `history` days; null for
 * everything. Today counts as one of the days.
 *
 * @example
 * pullWindow(120, '2025-10-20'); // { firstDay: '2025-06-23', recentFrom: '2025-10-13' }
 */
export function pullWindow(history: number | null, today: string): PullWindow | null {
  if (history === null) return null;
  return { firstDay: addDays(today, 1 - history), recentFrom: addDays(today, 1 - RECENT_DAYS) };
}

/** Whether the window holds a day of a well; `isOwn` for the wells that the reader has its whole history of. */
export const isDayHeld = (window: PullWindow | null, isOwn: boolean, day: string): boolean =>
  window === null || day >= (isOwn ? window.firstDay : window.recentFrom);
