/**
 * How far each stretch of a device's clock was from the server's: its offset, server less wall, in milliseconds
 * (docs/sync-protocol.md, "Clocks that are set"). Stretches are settled from the newest to the oldest, each by the first of:
 *
 * (a) it is linked to the present one: both are of one boot, whose monotonic clock tells how far the wall clock was moved;
 * (b) its own latest anchor, or that of a stretch that it is linked to;
 * (c) bounds: what is known of the time before it and after it.
 */
import type { Stretch } from './stretch.ts';

/** The clock that sends. `wall + offset` is the server's time. */
export interface Present {
  readonly wall: number;
  readonly offset: number;
}

type Offsets = ReadonlyMap<string, number>;

const isLinked = (left: Stretch, right: Stretch): boolean =>
  left.boot === right.boot && left.lead !== null && right.lead !== null;

/** The offset of a stretch, by that of another one of the same boot; null if they are not linked. */
const offsetBy = (known: Stretch, offset: number, stretch: Stretch): number | null =>
  isLinked(known, stretch) ? offset + (known.lead ?? 0) - (stretch.lead ?? 0) : null;

/** (b): null without an anchor of its own or of a linked one. */
function byAnchor(stretch: Stretch, all: readonly Stretch[]): number | null {
  const own = stretch.anchor;
  if (own !== null) return own.server - own.wall;
  for (const other of all.toReversed()) {
    if (other.anchor === null) continue;
    const offset = offsetBy(other, other.anchor.server - other.anchor.wall, stretch);
    if (offset !== null) return offset;
  }
  return null;
}

/**
 * The offset of the newest stretch, by which its device is sending now. `stretches` go from the oldest to the newest. Null if the
 * device has heard no server since its machine started: it has to ask for the time before it sends.
 */
export function presentOffset(stretches: readonly Stretch[]): number | null {
  const present = stretches.at(-1);
  return present === undefined ? null : byAnchor(present, stretches);
}

/**
 * What people are told of the newest stretch: its offset, or else the last one that was known before it. Null where nothing is known: no
 * answer ever came, or the clock went back since the last one, so somebody set it. A clock that jumped ahead may only have slept.
 *
 * @example
 * const slow = { id: 's', boot: 'a', lead: null, first: 0, last: 10, anchor: { wall: 5, server: 15 } };
 * lastKnownOffset([slow, { ...slow, id: 't', first: 20, last: 20, anchor: null }]); // 10
 */
export function lastKnownOffset(stretches: readonly Stretch[]): number | null {
  let known: number | null = null;
  let last = Number.NEGATIVE_INFINITY;
  for (const stretch of stretches) {
    known = byAnchor(stretch, stretches) ?? (stretch.first < last ? null : known);
    ({ last } = stretch);
  }
  return known;
}

/**
 * The offset of each stretch, by its id. `stretches` go from the oldest to the newest. `isOwn` says that the newest is the present
 * one itself; those of a foreign file all lie before it.
 *
 * @example
 * const slow = { id: 's', boot: 'a', lead: null, first: 0, last: 10, anchor: { wall: 5, server: 15 } };
 * offsetsOf([slow], { wall: 1000, offset: 0 }, false).get('s'); // 10
 */
export function offsetsOf(stretches: readonly Stretch[], present: Present, isOwn: boolean): Offsets {
  const newest = stretches.at(-1);
  const sure = new Map<string, number>();
  for (const stretch of stretches) {
    const linked = isOwn && newest !== undefined ? offsetBy(newest, present.offset, stretch) : null;
    const offset = isOwn && stretch === newest ? present.offset : (linked ?? byAnchor(stretch, stretches));
    if (offset !== null) sure.set(stretch.id, offset);
  }
  const offsets = new Map(sure);
  let next = present.offset;
  let upper = present.wall + present.offset;
  for (let at = stretches.length - 1; at >= 0; at -= 1) {
    const stretch = stretches[at];
    if (stretch === undefined) continue;
    const offset = sure.get(stretch.id) ?? byBounds(stretch, stretches.slice(0, at), { sure, next, upper });
    offsets.set(stretch.id, offset);
    next = offset;
    upper = Math.min(upper, stretch.first + offset);
  }
  return offsets;
}

/** (c). */
function byBounds(
  stretch: Stretch,
  older: readonly Stretch[],
  { sure, next, upper }: { readonly sure: Offsets; readonly next: number; readonly upper: number },
): number {
  let before: number | null = null;
  let lower = Number.NEGATIVE_INFINITY;
  for (const known of older) {
    const offset = sure.get(known.id);
    if (offset === undefined) continue;
    before = offset;
    lower = Math.max(lower, known.last + offset, known.anchor?.server ?? Number.NEGATIVE_INFINITY);
  }
  const fits = (offset: number): boolean => stretch.first + offset >= lower && stretch.last + offset <= upper;
  if (fits(next)) return next;
  if (before !== null && fits(before)) return before;
  // Where nothing fits, it ends at the upper bound: no entry was made after it.
  return Math.min(Math.max(next, lower - stretch.first), upper - stretch.last);
}

/**
 * What a batch of a stretch says as its `sentAt`, in milliseconds: the present time on the clock of that stretch.
 *
 * @example
 * sentAtOf({ wall: 1000, offset: 0 }, 400); // 600
 */
export const sentAtOf = ({ wall, offset }: Present, stretchOffset: number): number =>
  Math.round(wall + offset - stretchOffset);
