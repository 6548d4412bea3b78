import { addDays, RECENT_DAYS } from '@wellpulse/domain';

export interface KnownDaysOf {
  /** `YYYY-MM-DD`: the last one to list. */
  readonly newest: string;
  readonly today: string;
  /** So many are listed at most. */
  readonly count: number;
  readonly isMine: boolean;
  readonly entered: ReadonlySet<string>;
}

/**
 * The days of a well of which this phone knows whether they were entered, newest first. Of the wells of others it has only the newest ones.
 *
 * @example
 * knownDays({ newest: today, today, count: 7, isMine: true, entered: new Set() });
 */
export function knownDays({ newest, today, count, isMine, entered }: KnownDaysOf): string[] {
  const isKnown = (day: string): boolean => isMine || entered.has(day) || day > addDays(today, -RECENT_DAYS);
  return Array.from({ length: count }, (_, ago) => addDays(newest, -ago)).filter(isKnown);
}
