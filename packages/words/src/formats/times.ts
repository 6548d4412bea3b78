/** Instants (RFC 3339) as people read them, always in a zone that the caller names: the tenant's. */
import { wallClock, type WallClock } from '@wellpulse/domain';
import type { TimeUnit } from '../en/calendar.ts';
import type { Texts } from '../en/index.ts';
import { NO_VALUE } from '../lib/decimal.ts';

const STEPS: readonly [seconds: number, unit: TimeUnit][] = [
  [31_557_600, 'year'],
  [2_629_800, 'month'],
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
];

const timeOf = ({ hour, minute }: WallClock): string => `${hour}:${String(minute).padStart(2, '0')}`;

export function timeFormats({ calendar }: Pick<Texts, 'calendar'>) {
  /** "6:41", hours of the day without a leading zero; "—" for what is no instant. */
  function formatTime(instant: string | Date, timeZone: string): string {
    const clock = wallClock(instant, timeZone);
    return clock === null ? NO_VALUE : timeOf(clock);
  }

  /** "24 Oct 2025, 6:41"; "—" for what is no instant. */
  function formatInstant(instant: string | Date, timeZone: string): string {
    const clock = wallClock(instant, timeZone);
    if (clock === null) return NO_VALUE;
    return `${clock.date} ${calendar.shortMonths[clock.month - 1] ?? ''} ${clock.year}, ${timeOf(clock)}`;
  }

  /** "3 minutes ago", "in 2 days"; "just now" within a minute. `now` is given, so that it can be tested and ticked. */
  function formatRelative(instant: string | Date, now: Date): string {
    const then = instant instanceof Date ? instant : new Date(instant);
    if (Number.isNaN(then.getTime())) return NO_VALUE;
    const seconds = (then.getTime() - now.getTime()) / 1000;
    const size = Math.abs(seconds);
    const step = STEPS.find(([least]) => size >= least);
    if (step === undefined) return calendar.justNow;
    const [least, unit] = step;
    const value = Math.floor(size / least);
    return seconds > 0 ? calendar.ahead(value, unit) : calendar.ago(value, unit);
  }

  /** "12 minutes", "3 days": whole units of the largest that fits, months left out, and at least one minute. */
  function formatSpan(seconds: number): string {
    const size = Math.abs(seconds);
    const step = STEPS.find(([least, unit]) => unit !== 'month' && size >= least);
    const [least, unit] = step ?? [60, 'minute'];
    return calendar.span(Math.max(1, Math.floor(size / least)), unit);
  }

  return { formatInstant, formatRelative, formatSpan, formatTime };
}
