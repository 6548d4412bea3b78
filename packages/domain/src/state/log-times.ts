/** What the newest row of a log says of its times. */
export interface LoggedTimes {
  /** The log's own time, which only rises; null for an empty log. */
  readonly loggedAt: string | null;
  /** While that stands still: when the server's clock was first seen to be right again. */
  readonly setRightAt: string | null;
}

/** The times of what is written now (ADR 48). */
export interface LogTimes extends LoggedTimes {
  /** The server's real time, by which everything is judged. */
  readonly receivedAt: string;
  readonly loggedAt: string;
}

/**
 * The times of what is written behind a log's newest row at `now`, by the server's clock. After the clock was set back, the log's own
 * time stands still until the real one has caught up.
 *
 * @example
 * const ahead = { loggedAt: '2025-10-27T12:00:00.000Z', setRightAt: null };
 * timesAfter(ahead, '2025-10-20T12:00:00.000Z').receivedAt; // '2025-10-20T12:00:00.000Z'
 */
export function timesAfter({ loggedAt, setRightAt }: LoggedTimes, now: string): LogTimes {
  if (loggedAt === null || loggedAt <= now) return { receivedAt: now, loggedAt: now, setRightAt: null };
  const since = setRightAt !== null && setRightAt < now ? setRightAt : now;
  return { receivedAt: now, loggedAt, setRightAt: since };
}
