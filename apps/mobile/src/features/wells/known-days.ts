import { addDays } from '@wellpulse/domain';

export interface KnownDaysOf {
  /** `YYYY-MM-DD`: the last one to list. */
  readonly newest: string;
  /** So many are listed at most. */
  readonly count: number;
  /** So many the phone holds, the newest among them. */
  readonly held: number;
  readonly entered: ReadonlySet<string>;
}

/**
 * The days of a well of which this phone knows whether they were entered, newest first.
 *
 * @example
 * knownDays({ newest: today, count: 7, held: 90, entered: new Set() });
 */
export function knownDays({ newest, count, held, entered }: KnownDaysOf): string[] {
  return Array.from({ length: count }, (_, ago) => addDays(newest, -ago)).filter(
    (day, ago) => ago < held || entered.has(day),
  );
}
