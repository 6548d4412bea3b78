/** Instants (RFC 3339) as people read them, always in a zone that the caller names: the tenant's. */
import { NO_VALUE } from './volume.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs far more than using it; there are few zones and shapes. */
function formatIn(timeZone: string, shape: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${shape} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  formats.set(key, made);
  return made;
}

function instantOf(value: string | Date): Date | null {
  const instant = value instanceof Date ? value : new Date(value);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** "6:41", hours of the day without a leading zero. */
export function formatTime(value: string | Date, timeZone: string): string {
  const instant = instantOf(value);
  if (!instant) return NO_VALUE;
  return formatIn(timeZone, 'time', { hour: 'numeric', minute: '2-digit' })
    .format(instant)
    .replace(/^0(\d)/, '$1');
}

/** "24 Oct 2025, 6:41". */
export function formatInstant(value: string | Date, timeZone: string): string {
  const instant = instantOf(value);
  if (!instant) return NO_VALUE;
  const day = formatIn(timeZone, 'day', { day: 'numeric', month: 'short', year: 'numeric' }).format(instant);
  // en-GB alone writes "Sept"; everything else here has three letters.
  return `${day.replace('Sept', 'Sep')}, ${formatTime(instant, timeZone)}`;
}

const STEPS: [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [31_557_600, 'year'],
  [2_629_800, 'month'],
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** "3 minutes ago", "in 2 days"; "just now" within a minute. `now` is given, so that it can be tested and ticked. */
export function formatRelative(value: string | Date, now: Date): string {
  const instant = instantOf(value);
  if (!instant) return NO_VALUE;
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  for (const [size, unit] of STEPS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return 'just now';
}
