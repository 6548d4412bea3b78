/** What is measured of a sync, ours or a peer's, in milliseconds: medians. */

export interface PushTimes {
  readonly count: number;
  readonly time: number;
  /** How often one push forced data to the server's disk before it was acknowledged; null if that can't be counted. */
  readonly forced: number | null;
}

export interface SyncTimes {
  readonly pushes: readonly PushTimes[];
  readonly nothing: number;
  /** The first pull of 10,000 records. */
  readonly pull: number;
}

export const PUSH_COUNTS = [100, 1_000, 10_000] as const;
/** How many records go in a request at most. */
export const BATCH = 1000;
