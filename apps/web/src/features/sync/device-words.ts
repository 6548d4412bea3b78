/** How a device is doing, in words. */
import type { Device, DevicePlatform, SequenceHole } from '@wellpulse/contracts';
import { counted } from '../../lib/words.ts';

export const PLATFORM_NAMES: Record<DevicePlatform, string> = {
  ELECTRON: 'Laptop',
  IOS: 'iPhone or iPad',
  ANDROID: 'Android phone',
  WEB: 'Web browser',
};

/** "12, 15–16": the numbers that are missing. */
const numbersOf = (holes: readonly SequenceHole[]): string =>
  holes.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');

/** How many runs of numbers are named before the rest is only counted. */
const NAMED_HOLES = 8;

/** "3 entries never arrived: 12, 15–16". */
export function missingWords({ holes, missingEvents }: Pick<Device, 'holes' | 'missingEvents'>): string {
  const named = holes.slice(0, NAMED_HOLES);
  const rest = missingEvents - named.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const verb = `${counted(missingEvents, 'entry', 'entries')} never arrived`;
  return `${verb}: ${numbersOf(named)}${rest > 0 ? `, and ${rest.toLocaleString('en-US')} more` : ''}`;
}

const STEPS: readonly [seconds: number, unit: string][] = [
  [31_557_600, 'year'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];

/** "12 minutes", "3 days"; whole units of the largest that fits, and at least one minute. */
export function spanWords(seconds: number): string {
  const size = Math.abs(seconds);
  const [unitSeconds, unit] = STEPS.find(([step]) => size >= step) ?? [60, 'minute'];
  return counted(Math.max(1, Math.floor(size / unitSeconds)), unit);
}

/** "Clock 12 minutes behind". */
export const clockWords = (skewSeconds: number): string =>
  `Clock ${spanWords(skewSeconds)} ${skewSeconds > 0 ? 'behind' : 'ahead'}`;
