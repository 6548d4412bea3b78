/** Wells by their distance from where a person is. */
import { distanceFeet, type Position } from '../distance.ts';

/**
 * Wells by their distance, the nearest first. Those without a position stay behind, in the order in which they were.
 *
 * @example
 * const { next } = wayOfDay(nearestFirst(stops, here)); // the next well is the nearest that waits
 */
export function nearestFirst<Stop extends { readonly position: Position | null }>(
  stops: readonly Stop[],
  here: Position,
): Stop[] {
  const feetTo = ({ position }: Stop): number =>
    position === null ? Number.POSITIVE_INFINITY : distanceFeet(here, position);
  return stops
    .map((stop) => ({ stop, feet: feetTo(stop) }))
    .sort((left, right) => (left.feet === right.feet ? 0 : left.feet - right.feet))
    .map(({ stop }) => stop);
}

/** Whoever is no farther than this from where a list was put in order is still there: rows must not move under a finger. Feet. */
const SAME_PLACE_FEET = 300;

/**
 * From where a list of wells is put in order. It changes once the person has really gone somewhere else.
 *
 * @example
 * here = placeOfOrder(here, fix);
 */
export const placeOfOrder = <Place extends Position>(before: Place | null, now: Place): Place =>
  before === null || distanceFeet(before, now) > SAME_PLACE_FEET ? now : before;
