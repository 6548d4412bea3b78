/** Time and chance. Nothing in the core knows another source of either, so a simulation can drive all of it. */
export interface Clock {
  /** Milliseconds since 1970, as the device believes. It may jump. */
  now(): number;
  /** Calls `run` once after `ms` milliseconds; the function returned prevents it. */
  after(ms: number, run: () => void): () => void;
  /** Random bytes, good enough for keys. */
  random(bytes: number): Uint8Array;
}
