/**
 * A device's clock may be set at any moment. A stretch is a time in which nobody set it. So one offset fits all its entries
 * (docs/sync-protocol.md, "Clocks that are set"). All times are milliseconds.
 */

/** One look at a device's clocks. */
export interface ClockSample {
  /** Since 1970, as the device believes. It may jump. */
  readonly wall: number;
  /** Only rises while the machine is up, whatever is done to the wall clock. */
  readonly monotonic: number;
  /** Whether the monotonic clock goes on while the machine sleeps. Browsers have none that does. */
  readonly countsSleep: boolean;
  /** Names the start of the machine, or of the page in a browser, since which the monotonic clock runs. */
  readonly boot: string;
}

/** What a server's clock showed at a moment of the device's. */
export interface Anchor {
  readonly wall: number;
  readonly server: number;
}

/** A time in which nobody set the device's clock: one offset fits all that was recorded in it. */
export interface Stretch {
  readonly id: string;
  readonly boot: string;
  /** Wall less monotonic at the last look; null where that says nothing, since the monotonic clock stops in sleep. */
  readonly lead: number | null;
  /** The wall clock at the first look, and at the last. */
  readonly first: number;
  readonly last: number;
  /** The latest one. */
  readonly anchor: Anchor | null;
}

/** Two clocks that differ by less have drifted apart; by more, one was set. */
const STEP_MS = 2000;
const DRIFT = 500 / 1_000_000;
/** The middle of a longer request says too little about when the server looked. */
export const LONGEST_ANCHOR_MS = 10_000;

/** Whether the clock was set, or the machine started anew, between two looks that follow each other. */
export function beginsStretch(before: ClockSample, now: ClockSample): boolean {
  const elapsed = now.monotonic - before.monotonic;
  if (now.boot !== before.boot || elapsed < 0) return true;
  return Math.abs(now.wall - before.wall - elapsed) > STEP_MS + elapsed * DRIFT;
}

const leadOf = ({ wall, monotonic, countsSleep }: ClockSample): number | null =>
  countsSleep ? wall - monotonic : null;

/** A stretch that begins with this sample of the clock. The server's time is not known in it yet. */
export const newStretch = (id: string, sample: ClockSample): Stretch => ({
  id,
  boot: sample.boot,
  lead: leadOf(sample),
  first: sample.wall,
  last: sample.wall,
  anchor: null,
});

/** The same stretch after another look. */
export const lookedAt = (stretch: Stretch, sample: ClockSample): Stretch => ({
  ...stretch,
  lead: leadOf(sample),
  last: sample.wall,
});

/**
 * The anchor that an answer gives: `sent` and `heard` are the looks around its request, `server` is what it said. Null if the
 * request took more than 10 s, or the clock was set meanwhile.
 */
export function anchorOf(sent: ClockSample, heard: ClockSample, server: number): Anchor | null {
  const took = heard.monotonic - sent.monotonic;
  if (beginsStretch(sent, heard) || took > LONGEST_ANCHOR_MS) return null;
  return { wall: Math.round((sent.wall + heard.wall) / 2), server };
}
