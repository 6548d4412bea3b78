/** Ticks of an axis of calendar days: whole days, Mondays, or first days of months, as the width allows. */
import { FIRST_MONDAY } from '@wellpulse/domain';

export interface TimeTicks {
  /** Midnight UTC in seconds. */
  at: number[];
  labels: string[];
}

const DAY = 86_400;
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** `months` are the short names of the twelve. At most about `maxTicks` ticks between `min` and `max` (seconds). The year is written where it changes. */
export function timeTicks(months: readonly string[], min: number, max: number, maxTicks: number): TimeTicks {
  const spanDays = (max - min) / DAY;
  const dayStep = DAY_STEPS.find((step) => spanDays / step <= maxTicks);
  if (dayStep !== undefined) return dayTicks(months, min, max, dayStep);
  const spanMonths = spanDays / 30.44;
  return monthTicks(months, min, max, MONTH_STEPS.find((step) => spanMonths / step <= maxTicks) ?? 240);
}

function dayTicks(months: readonly string[], min: number, max: number, step: number): TimeTicks {
  const origin = step < 7 ? 0 : FIRST_MONDAY;
  const first = Math.ceil((min / DAY - origin) / step) * step + origin;
  const at: number[] = [];
  for (let day = first; day * DAY <= max; day += step) at.push(day * DAY);
  return {
    at,
    labels: labelled(at, (date) => `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}`, false),
  };
}

function monthTicks(months: readonly string[], min: number, max: number, step: number): TimeTicks {
  const start = new Date(min * 1000);
  let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  const at: number[] = [];
  for (; ; month += step) {
    const seconds = Date.UTC(Math.floor(month / 12), month % 12, 1) / 1000;
    if (seconds > max) break;
    if (seconds >= min) at.push(seconds);
  }
  if (step >= 12)
    return { at, labels: at.map((seconds) => String(new Date(seconds * 1000).getUTCFullYear())) };
  return { at, labels: labelled(at, (date) => months[date.getUTCMonth()] ?? '', true) };
}

function labelled(at: readonly number[], label: (date: Date) => string, yearOnFirst: boolean): string[] {
  let year: number | null = null;
  return at.map((seconds) => {
    const date = new Date(seconds * 1000);
    const changed = year === null ? yearOnFirst : year !== date.getUTCFullYear();
    year = date.getUTCFullYear();
    return changed ? `${label(date)} ${year}` : label(date);
  });
}
