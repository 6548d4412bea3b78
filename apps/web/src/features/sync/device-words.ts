/** How a device is doing, in words. */
import type { Device, SequenceHole } from '@wellpulse/contracts';
import { words } from '../../lib/language.ts';
import { counted } from '../../lib/words.ts';

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
  return `${verb}: ${numbersOf(named)}${rest > 0 ? `, and ${words.formatCount(rest)} more` : ''}`;
}

/** "Clock 12 minutes behind". */
export const clockWords = (skewSeconds: number): string =>
  `Clock ${words.formatSpan(skewSeconds)} ${skewSeconds > 0 ? 'behind' : 'ahead'}`;
