/** How a device is doing, in sentences. */
import type { Device, SequenceHole } from '@wellpulse/contracts';
import type { Texts } from '../en/index.ts';
import { count } from '../lib/decimal.ts';
import { timeFormats } from './times.ts';

/** "12, 15–16": the numbers that are missing. */
const numbersOf = (holes: readonly SequenceHole[]): string =>
  holes.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');

/** How many runs of numbers are named before the rest is only counted. */
const NAMED_HOLES = 8;

export function deviceFormats(texts: Texts) {
  const { devices } = texts;
  const { formatSpan } = timeFormats(texts);

  /** "3 entries never arrived: 12, 15–16". */
  function formatMissing({ holes, missingEvents }: Pick<Device, 'holes' | 'missingEvents'>): string {
    const named = holes.slice(0, NAMED_HOLES);
    const rest = missingEvents - named.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    return devices.missingNumbers(missingEvents, numbersOf(named), rest > 0 ? count(rest) : null);
  }

  /** "Sent 3 entries again after the server was put back". */
  const formatRecovery = ({ kind, events }: NonNullable<Device['recovery']>): string =>
    kind === 'SERVER' ? devices.sentAgain(events) : devices.dataPutBack(events);

  /** "Clock 12 minutes behind". */
  const formatSkew = (skewSeconds: number): string =>
    (skewSeconds > 0 ? devices.clockBehind : devices.clockAhead)(formatSpan(skewSeconds));

  return { deviceWords: devices, formatMissing, formatRecovery, formatSkew };
}
