/** How long an event waits that the server would not even look at. It may be looked at after an update. */
export const LONGEST_HOLD_MS = 60 * 60 * 1000;
