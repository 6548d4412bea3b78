/** How far a person is on the day's route. */
import type { Texts } from '../en/index.ts';

/** Of the wells that are listed. */
interface Progress {
  readonly done: number;
  /** Those that should have a reading, or have one. */
  readonly expected: number;
  readonly listed: number;
}

export function routeFormats({ field }: Pick<Texts, 'field'>) {
  /** "9 of 13 done · 4 to go · 1 needs no reading": with the last part it is as many as are listed. */
  function formatProgress({ done, expected, listed }: Progress): string {
    const { allDone, doneOf, needNone, remaining } = field;
    return [
      ...(done === expected ? [allDone] : [doneOf(done, expected), remaining(expected - done)]),
      ...(listed > expected ? [needNone(listed - expected)] : []),
    ].join(' · ');
  }

  return { formatProgress };
}
