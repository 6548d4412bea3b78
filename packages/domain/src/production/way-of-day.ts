/** A person's way through a day: which wells wait for a reading, which one is next, and what is done. */
import type { DaySheetRow } from '@wellpulse/contracts';
import { isExpected } from './day-sheet.ts';

/** The wells of a day as a person drives to them. */
export interface WayOfDay<Row> {
  /** The next well first, then what is left in the order of the route, then the rest. */
  readonly stops: readonly Row[];
  /** How many wells should have a reading, or have one. */
  readonly expected: number;
  readonly done: number;
  /** Null where nothing is left. */
  readonly next: Row | null;
}

/**
 * The way through the rows of a day, which are in route order. A well that is shut in or plugged takes a reading if somebody has one; nobody
 * waits for it.
 *
 * @example
 * const { next, done, expected } = wayOfDay(rows); // '3 of 14 done', and the well to drive to
 */
export function wayOfDay<Row extends Pick<DaySheetRow, 'wellStatus' | 'takesReading' | 'record'>>(
  rows: readonly Row[],
): WayOfDay<Row> {
  const isDone = ({ record }: Row): boolean => record !== null;
  const waits = (row: Row): boolean => !isDone(row) && row.takesReading && isExpected(row);
  const done = rows.filter(isDone).length;
  const waiting = rows.filter(waits);
  const [next = null] = waiting;
  const others = rows.filter((row) => row !== next);
  return {
    stops: [
      ...(next === null ? [] : [next]),
      ...others.filter((row) => !isDone(row)),
      ...others.filter(isDone),
    ],
    expected: done + waiting.length,
    done,
    next,
  };
}
